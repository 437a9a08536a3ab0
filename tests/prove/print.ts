import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { shippedRubrics } from '#rubrics/shipped-rubrics'
import type { Rubric } from '#shared/rubric/rubric'
import { formDocument } from '../../cloudfunctions/documents/form-document'
import { materialsDocument } from '../../cloudfunctions/documents/materials-document'
import { sampleForm, sampleMaterialsList } from '../support/sample-sheet'

const folder = join(process.cwd(), 'dist', 'print')
const packages = 'libreoffice-writer poppler-utils fonts-noto-cjk'

/** On paper as the source: annex 3 is one page, the others two. A third page would be a stapled surprise. */
const mostPages: Record<string, number> = { 附件1: 2, 附件2: 2, 附件3: 1, 附件4: 2 }

/**
 * Prints every document of every annex through LibreOffice and looks at the pictures: how many pages, none of them
 * blank, nothing cut off at the edge. The pictures stay in dist/print for people to look at.
 */
export async function prove(): Promise<void> {
  requireTool('soffice', ['--version'])
  requireTool('pdftoppm', ['-v'])
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })

  const papers = (await Promise.all(shippedRubrics.map(papersOf))).flat()
  for (const { file, bytes } of papers) writeFileSync(join(folder, `${file}.docx`), bytes)
  run('soffice', [
    `-env:UserInstallation=file://${folder}/.profile`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    ...papers.map(({ file }) => join(folder, `${file}.docx`)),
  ])

  let pages = 0
  for (const { file, most } of papers) {
    run('pdftoppm', ['-png', '-r', '100', join(folder, `${file}.pdf`), join(folder, file)])
    const pictures = readdirSync(folder).filter(name => name.startsWith(`${file}-`) && name.endsWith('.png'))
    if (pictures.length === 0) throw new Error(`${file}: no page came out`)
    if (pictures.length > most) throw new Error(`${file}: ${pictures.length} pages, at most ${most} expected`)
    for (const picture of pictures) checkPicture(picture)
    pages += pictures.length
  }
  rmSync(join(folder, '.profile'), { recursive: true, force: true })
  console.log(`prove print: ${papers.length} documents, ${pages} pages, 0 failed. Pictures in dist/print`)
}

interface Paper {
  file: string
  bytes: Buffer
  most: number
}

async function papersOf(rubric: Rubric): Promise<Paper[]> {
  const most = mostPages[rubric.annex] ?? 2
  const forms = [
    ['blank', 'none'],
    ['self', 'self'],
    ['scored', 'self-and-score'],
  ] as const
  const printed = forms.map(async ([kind, filled]) => ({
    file: `${rubric.id}-${kind}`,
    bytes: await formDocument(kind, sampleForm(rubric, filled)),
    most,
  }))
  const bytes = await materialsDocument(sampleMaterialsList(rubric))
  return [...(await Promise.all(printed)), { file: `${rubric.id}-materials`, bytes, most: 2 }]
}

/** A page that is nearly all white, or inked at its very edge, is not what a clerk can file. */
function checkPicture(picture: string): void {
  const { data, width, height } = PNG.sync.read(readFileSync(join(folder, picture)))
  const edge = Math.round(width / 40)
  let ink = 0
  let inkAtEdge = 0
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((data[(y * width + x) * 4] ?? 255) > 128) continue
      ink += 1
      if (x < edge || x >= width - edge) inkAtEdge += 1
    }
  }
  if (ink < width * height * 0.003) throw new Error(`${picture}: the page is (nearly) blank`)
  if (inkAtEdge > 0) throw new Error(`${picture}: something runs over the edge of the paper`)
}

function requireTool(tool: string, args: string[]): void {
  try {
    execFileSync(tool, args, { stdio: 'ignore' })
  } catch {
    throw new Error(`${tool} is missing. On Debian: apt-get install -y --no-install-recommends ${packages}`)
  }
}

function run(tool: string, args: string[]): void {
  execFileSync(tool, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000 })
}
