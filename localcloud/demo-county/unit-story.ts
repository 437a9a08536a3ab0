import type { SelfScoreChange } from '#shared/contract/assessment-contract'
import { type Item, itemsOf, type Rubric } from '#shared/rubric/rubric'
import { oneOf } from './chance'
import { type DemoPhone, newId, sha256 } from './phone'
import { drawPage } from './pictures'

const remarks = [
  '资料在1号盒',
  '已全部完成',
  '比去年多完成2家',
  '见会议记录',
  '发文后全面推开',
  '年底前再补一次活动',
] as const
const papers = [
  '党委会会议纪要',
  '年度工作要点',
  '活动通知和总结',
  '培训签到汇总表',
  '集体合同文本',
  '职代会决议',
  '慰问困难职工汇总表',
] as const

/** How far a unit has come: nothing, some items, all items, sent to the chair, submitted. */
export type Progress = 'not-begun' | 'some' | 'awaiting-chair' | 'submitted'

export interface UnitStory {
  cycleId: string
  unitId: string
  rubric: Rubric
  progress: Progress
  filler: DemoPhone
  chair: DemoPhone
  chance: () => number
}

/** Fills, photographs and hands in one unit's sheet, as far as its story goes. */
export async function tellUnit(story: UnitStory): Promise<void> {
  if (story.progress === 'not-begun') return
  const { cycleId, unitId, filler, chair } = story
  const items = itemsOf(story.rubric)
  const share = story.progress === 'some' ? 0.3 + story.chance() * 0.5 : 1
  const filled = items.slice(0, Math.ceil(items.length * share))
  await filler.ask('assessment.save', { cycleId, unitId, changes: filled.map(item => selfScore(item, story.chance)) })
  await photograph(story, filled)
  if (story.progress === 'some') return
  await filler.ask('assessment.send-to-chair', { cycleId, unitId })
  if (story.progress === 'submitted') await chair.ask('assessment.submit', { cycleId, unitId })
}

function selfScore(item: Item, chance: () => number): SelfScoreChange {
  const [reason] = item.notApplicableReasons
  const notApplicable = reason !== undefined && chance() < 0.25 ? reason : null
  const deducted = Math.min(item.points, oneOf(chance, [0, 0, 0, 50, 50, 100]))
  return {
    operationId: newId(),
    itemId: item.id,
    revision: 0,
    score: notApplicable === null ? item.points - deducted : null,
    notApplicable,
    remark: chance() < 0.4 ? oneOf(chance, remarks) : '',
  }
}

/** A few pages, most of them proving one item, some proving two, and one original that is only named. */
async function photograph({ cycleId, unitId, filler, chance }: UnitStory, filled: readonly Item[]): Promise<void> {
  const provable = filled.filter(item => item.evidence === 'material')
  for (const [index, item] of provable.entries()) {
    if (chance() < 0.65) continue
    const neighbour = provable[index + 1]
    const items = neighbour && chance() < 0.3 ? [item.id, neighbour.id] : [item.id]
    const described = { name: oneOf(chance, papers), documentNumber: '', date: '', whereabouts: '' }
    await register({ cycleId, unitId, filler }, described, items, [Math.floor(chance() * 24)])
  }
  const last = provable.at(-1)
  if (!last) return
  const original = { name: '工会台账', documentNumber: '', date: '', whereabouts: '原件在1号盒第3页' }
  await register({ cycleId, unitId, filler }, original, [last.id], [])
}

async function register(
  { cycleId, unitId, filler }: Pick<UnitStory, 'cycleId' | 'unitId' | 'filler'>,
  described: { name: string; documentNumber: string; date: string; whereabouts: string },
  items: string[],
  pages: number[],
): Promise<void> {
  const files = []
  for (const page of pages) {
    const { picture, thumbnail } = drawn(page)
    const announced = (use: 'picture' | 'thumbnail', bytes: Buffer) =>
      ({ use, type: 'image/png', bytes: bytes.length, sha256: sha256(bytes) }) as const
    const { tickets } = await filler.ask('material.ticket', {
      cycleId,
      unitId,
      files: [announced('picture', picture), announced('thumbnail', thumbnail)],
    })
    const [forPicture, forThumbnail] = tickets
    if (!forPicture || !forThumbnail) throw new Error('material.ticket answers one ticket a file')
    await Promise.all([filler.upload(forPicture.path, picture), filler.upload(forThumbnail.path, thumbnail)])
    files.push({ ticketId: forPicture.ticketId, thumbnailTicketId: forThumbnail.ticketId })
  }
  const ids = { operationId: newId(), materialId: newId() }
  await filler.ask('material.register', { cycleId, unitId, ...ids, ...described, files, items })
}

const drawings = new Map<number, { picture: Buffer; thumbnail: Buffer }>()

/** The county's papers look alike: two dozen pages serve all units, each drawn once. */
function drawn(page: number): { picture: Buffer; thumbnail: Buffer } {
  const pair = drawings.get(page) ?? { picture: drawPage(page, 720), thumbnail: drawPage(page, 240) }
  drawings.set(page, pair)
  return pair
}
