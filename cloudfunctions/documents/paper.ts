import {
  Document,
  Footer,
  type IFontAttributesProperties,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'

/** Twips: twentieths of a point, 567 to the centimetre. A4 portrait, binding edge as wide as the other. */
const page = { width: 11906, height: 16838, side: 960, top: 1080, bottom: 1020, footer: 560 }

/** What the columns of a table must add up to. */
export const textWidth = page.width - 2 * page.side

/** The fonts of official papers. `hint` makes “” and … come from the Chinese font, at full width. */
const font = (eastAsia: string): IFontAttributesProperties => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
  hint: 'eastAsia',
})
export const fonts = {
  title: font('方正小标宋简体'),
  heading: font('黑体'),
  audience: font('楷体'),
  body: font('仿宋'),
}

/** Half points: 五号, 四号, 二号. */
export const sizes = { table: 21, line: 24, audience: 28, title: 40 }

/** Turns the parts of one paper into a Word file: A4 portrait, with 「第1页 共2页」 at the foot of each page. */
export function packPaper(title: string, children: ISectionOptions['children']): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({
      title,
      creator: '县总工会',
      lastModifiedBy: '县总工会',
      styles: {
        default: { document: { run: { font: fonts.body, size: sizes.table, language: { eastAsia: 'zh-CN' } } } },
      },
      sections: [{ properties: { page: pageProperties }, footers: { default: pageCount() }, children }],
    }),
  )
}

const pageProperties = {
  size: { width: page.width, height: page.height },
  margin: {
    top: page.top,
    bottom: page.bottom,
    left: page.side,
    right: page.side,
    header: page.footer,
    footer: page.footer,
  },
}

function pageCount(): Footer {
  const children = ['第', PageNumber.CURRENT, '页　共', PageNumber.TOTAL_PAGES, '页']
  return new Footer({
    children: [new Paragraph({ alignment: 'center', children: [new TextRun({ children, size: 18 })] })],
  })
}
