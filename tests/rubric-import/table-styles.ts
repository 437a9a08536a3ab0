import type { CategoryDraft, ItemDraft, RubricDraft } from '#shared/rubric-import/rubric-draft'
import { type Block, type Cell, cell } from './word-document'

/** A way in which counties lay out an annex: the lines above the table, the table, what follows. */
export type TableStyle = (annex: RubricDraft) => Block[]

const empty = cell('')

function heading({ annex, title, audienceAsWritten }: RubricDraft): Block[] {
  return [{ text: annex }, { text: title }, { text: `（${audienceAsWritten}）` }]
}

function itemText({ text, points }: ItemDraft): string {
  return `${text}（${points}分）`
}

/** Category and department merged over their items; 考  评  内  容 spaced, as in the source. */
export const trueMerges: TableStyle = annex => [
  ...heading(annex),
  {
    rows: [
      annex.columns.map(column => cell([...column].join('  '))),
      ...annex.categories.flatMap(category =>
        category.items.map((item, index) => {
          const merged = { rows: category.items.length }
          const own = [cell(itemText(item)), cell(item.basis), empty, empty]
          if (index > 0) return own
          return [
            cell([category.name, `${category.points}分`], merged),
            ...own,
            cell(category.departmentsAsWritten, merged),
          ]
        }),
      ),
    ],
  },
]

/** No merges: category, points and department stand again in every row. */
export const repeatedCells: TableStyle = annex => [
  ...heading(annex),
  {
    rows: [
      annex.columns.map(column => cell(column)),
      ...annex.categories.flatMap(category =>
        category.items.map(item => [
          cell(`${category.name}${category.points}分`),
          cell(itemText(item)),
          cell(item.basis),
          empty,
          empty,
          cell(category.departmentsAsWritten.join('、')),
        ]),
      ),
    ],
  },
]

/**
 * Names broken over lines and padded with blanks, points on lines of their own or far to the right, half-width and spaced
 * brackets. No merges, and what goes on is left empty.
 */
export const brokenNames: TableStyle = annex => [
  { text: `  ${annex.annex}  ` },
  { text: '' },
  { text: annex.title.replace('目标', ' 目标\n') },
  { text: `（ ${annex.audienceAsWritten.replace('、', '、 ')} ）` },
  {
    rows: [
      annex.columns.map(column => cell([...column].join('\n\n'))),
      ...annex.categories.flatMap(category =>
        category.items.map((item, index) => [
          index > 0
            ? empty
            : cell([category.name.slice(0, 2), '', `${category.name.slice(2)}  `, `（${category.points} 分）`]),
          cell([padded(item.text), `${' '.repeat(31)}(${item.points} 分)　`]),
          cell(item.basis.replace('。', '。\n')),
          cell('   '),
          empty,
          index > 0 ? empty : cell(brokenDepartments(category)),
        ]),
      ),
    ],
  },
]

/** 厂务 / 公开 / 办公室 on three lines, 生产   保护部 with blanks, two departments on two lines. */
function brokenDepartments({ departmentsAsWritten }: CategoryDraft): string {
  return departmentsAsWritten
    .map(name => name.replace('厂务公开', '厂务\n公开\n').replace('生产保护', '生产   保护'))
    .join('\n')
}

function padded(text: string): string {
  return `${text.slice(0, 7)}  \n${text.slice(7)}                      `
}

/**
 * A page cut inside the table, with heading, category and department again; a table of its own for the last page; the last
 * row cut off after its third cell; notes above and below.
 */
export const cutByPages: TableStyle = annex => {
  const [categories, last] = [annex.categories.slice(0, -1), annex.categories.slice(-1)]
  const narrow = [...annex.columns.slice(0, 5), '责任\n部室']
  const rows = [
    annex.columns.map(column => cell(column)),
    ...categories.flatMap((category, index) => {
      if (index !== 2) return mergedRows(category, category.items)
      const cut = Math.ceil(category.items.length / 2)
      return [
        ...mergedRows(category, category.items.slice(0, cut)),
        narrow.map(column => cell(column)),
        ...mergedRows(category, category.items.slice(cut)),
      ]
    }),
  ]
  const lastRows = last.flatMap(category => mergedRows(category, category.items))
  const cutOff = lastRows.at(-1)?.slice(0, last[0]?.items.length === 1 ? 3 : 2) ?? []
  return [
    ...heading(annex),
    { text: `说明：${annex.annex}由考核办解释。` },
    { rows },
    { text: '' },
    { rows: [narrow.map(column => cell(column)), ...lastRows.slice(0, -1), cutOff] },
    { text: `注：${annex.annex}满分100分。` },
  ]
}

function mergedRows(category: CategoryDraft, items: readonly ItemDraft[]): Cell[][] {
  const merged = { rows: items.length }
  return items.map((item, index) => {
    const own = [cell(itemText(item)), cell(item.basis), empty, empty]
    if (index > 0) return own
    return [cell(`${category.name}\n${category.points}分`, merged), ...own, cell(category.departmentsAsWritten, merged)]
  })
}

/**
 * Made in a spreadsheet: title and audience are lines of the table, a category is a line across it, numbers and points have
 * columns of their own, cells are drawn on a finer grid.
 */
export const linesAcross: TableStyle = annex => {
  const wide = { columns: 16 }
  const widths = [1, 6, 1, 3, 2, 2, 1]
  const row = (texts: string[]) => texts.map((text, index) => cell(text, { columns: widths[index] ?? 1 }))
  const [category = '', content = '', basis = '', self = '', score = '', department = ''] = annex.columns
  return [
    {
      rows: [
        [cell(annex.annex, wide)],
        [cell(`${annex.title}（${annex.audienceAsWritten}）`, wide)],
        row([category, content, '分值', basis, self, score, department]),
        ...annex.categories.flatMap(({ name, points, items, departmentsAsWritten }) => [
          [cell(`${name}（${points}分）`, wide)],
          ...items.map(({ text, points, basis }) =>
            row(['', text, `${points}`, basis, '', '', departmentsAsWritten.join(' ')]),
          ),
        ]),
      ],
    },
  ]
}
