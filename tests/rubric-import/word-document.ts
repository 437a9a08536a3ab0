import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'

/** A cell for a test's table; every entry of `lines` is a paragraph, a \n in it a line break. */
export interface Cell {
  lines: string[]
  rows?: number
  columns?: number
}

export type Block = { text: string } | { rows: Cell[][] }

export function cell(lines: string | string[], spans: { rows?: number; columns?: number } = {}): Cell {
  return { lines: typeof lines === 'string' ? [lines] : lines, ...spans }
}

/** Writes blocks as a .docx. Knows nothing of rubrics, and nothing of the reader. */
export async function wordDocument(blocks: readonly Block[]): Promise<Uint8Array> {
  const children = blocks.map(block => ('rows' in block ? table(block.rows) : paragraph(block.text)))
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

function table(rows: readonly Cell[][]): Table {
  return new Table({
    rows: rows.map(
      cells =>
        new TableRow({
          children: cells.map(
            ({ lines, rows, columns }) =>
              new TableCell({ rowSpan: rows, columnSpan: columns, children: lines.map(paragraph) }),
          ),
        }),
    ),
  })
}

function paragraph(text: string): Paragraph {
  return new Paragraph({
    children: text.split('\n').map((line, index) => new TextRun({ text: line, break: index === 0 ? 0 : 1 })),
  })
}
