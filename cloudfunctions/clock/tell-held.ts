import type { Instant } from '#shared/assessment/assessment'
import { type TextName, unitSide, type Written, writtenTexts } from '#shared/content/written'
import { isHidden } from '#shared/materials/wechat-check'
import { addressedTo } from '#shared/notices/post-in-address'
import type { ContentChecks } from '../repositories/content-checks'
import { planNotices } from '../repositories/notices'
import { readUnits } from '../repositories/units'
import type { TextToCheck } from './content-to-check'
import { planInParts } from './plan-in-parts'
import { planFor } from './plan-notice'

/**
 * Whose words are held hears it. Planned before the verdict is kept: a clock that dies between the two asks again and
 * plans the very same notice, for its occasion is when the words were written.
 */
export async function tellHeld(
  { cycleId, unitId }: { cycleId: string; unitId: string },
  asked: readonly { kind: 'picture' | 'text' }[],
  found: Pick<ContentChecks, 'texts'>,
  now: Instant,
): Promise<void> {
  const held = asked.filter(isText).filter(({ key, author }) => author !== '' && isHidden(found.texts[key]))
  if (held.length === 0) return
  const unitName = (await readUnits([unitId]))[0]?.name ?? ''
  const planned = held.flatMap(text => {
    const { author, at, side, name, place } = text
    const subject = { kind: 'content-held' as const, cycleId, unitId, itemId: place.itemId ?? null, occasion: at }
    const facts = { what: writtenTexts[name], about: side === unitSide ? null : unitName, page: pageOf(text, unitId) }
    return planFor(
      [{ _id: author, posts: [] }],
      { ...subject, unitName, facts, quotes: { key: text.key, text: '' } },
      now,
    )
  })
  await planInParts(planned, planNotices)
}

const isText = (one: { kind: 'picture' | 'text' }): one is TextToCheck => one.kind === 'text'

const ofReview: ReadonlySet<TextName> = new Set(['reason', 'departure', 'comment', 'score-doubt-answer'])

/** Where the words can be changed, or seen, as the post that wrote them. */
function pageOf({ side, name, place: { itemId, materialId } }: Written, unitId: string): string {
  if (side === unitSide) {
    const page = itemId === undefined ? '/pages/home/home' : `/unit/item/item?item=${itemId}`
    return addressedTo(`unit:${unitId}`, materialId === undefined ? page : '/unit/folder/folder')
  }
  if (!ofReview.has(name)) return '/pages/home/home'
  return addressedTo(`department:${side}`, `/department/review/review?unit=${unitId}&item=${itemId}`)
}
