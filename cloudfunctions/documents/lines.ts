import { Paragraph, Tab, TabStopType, TextRun } from 'docx'
import { fonts, sizes, textWidth } from './paper'

/** 附件1, at the left edge above the title. */
export function annexLine(text: string): Paragraph {
  return new Paragraph({
    keepNext: true,
    spacing: { after: 80 },
    children: [new TextRun({ text, font: fonts.heading, size: sizes.audience })],
  })
}

export function titleLine(text: string): Paragraph {
  return new Paragraph({
    keepNext: true,
    alignment: 'center',
    spacing: { line: 560, lineRule: 'exact' },
    children: [new TextRun({ text, font: fonts.title, size: sizes.title })],
  })
}

/** （开发区、乡镇） */
export function audienceLine(text: string): Paragraph {
  return new Paragraph({
    keepNext: true,
    alignment: 'center',
    spacing: { after: 60, line: 400, lineRule: 'exact' },
    children: [new TextRun({ text: `（${text}）`, font: fonts.audience, size: sizes.audience })],
  })
}

/** 单位：… at the left, 2026年度 at the right. An empty unit is a line to write on. */
export function unitLine(unitName: string, year: string): Paragraph {
  const unit =
    unitName === '' ? new TextRun({ text: '　'.repeat(14), underline: {}, size: sizes.line }) : lineRun(unitName)
  return new Paragraph({
    keepNext: true,
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
    spacing: { after: 80, line: 380, lineRule: 'exact' },
    children: [lineRun('单位：'), unit, lineRun(`\t${year}`)],
  })
}

/** Where the unit's chair signs and stamps. */
export function signatureLine(): Paragraph {
  const stops = [0.44, 0.76].map(share => ({ type: TabStopType.LEFT, position: Math.round(textWidth * share) }))
  return footLine('工会主席（签字）：\t（工会盖章）\t　　年　　月　　日', { before: 300, tabStops: stops })
}

/** Lines that the county sets once, e.g. 「考核组（签字）：」. */
export function landingLines(landings: readonly string[]): Paragraph[] {
  return landings.map((text, index) => footLine(text, { before: index === 0 ? 300 : 160, tabStops: [] }))
}

/** What a 不涉及 counts, small, directly below the table. */
export function noteLine(text: string): Paragraph {
  return new Paragraph({ keepNext: true, spacing: { before: 80 }, children: [new TextRun({ text, size: 18 })] })
}

function footLine(
  text: string,
  { before, tabStops }: { before: number; tabStops: { type: 'left'; position: number }[] },
): Paragraph {
  return new Paragraph({ keepLines: true, spacing: { before }, tabStops, children: [lineRun(text)] })
}

/** A tab in the text goes to the paragraph's next stop. */
function lineRun(text: string): TextRun {
  const children = text.split('\t').flatMap((part, index) => (index === 0 ? [part] : [new Tab(), part]))
  return new TextRun({ children, size: sizes.line })
}
