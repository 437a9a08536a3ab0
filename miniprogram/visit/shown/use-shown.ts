import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import type { Instant, Seen } from '#shared/assessment/assessment'
import { seenOnTheSpot } from '#shared/scoring/seen'
import { useRubric } from '../../backend/rubrics'
import { takeBack, turnedRoundTo } from '../../backend/turned-round'
import { useVisitNotes } from '../../outbox/use-visit-notes'
import { placeOf, unitAddress } from '../own/addresses'
import { notedItems } from '../own/noted-items'
import { unitOf, useVisitPack } from '../pack/use-visit-pack'

/** What is turned round to the unit. It holds words only: a score cannot be shown because none is read into it. */
export interface Shown {
  looked: { number: number; text: string; seen: Seen[] }[]
  toSupply: { number: number; reason: string; until: Instant }[]
}

export function useShown() {
  const { params } = useRouter()
  const place = placeOf(params)
  const unitId = params.unit ?? ''
  const { pack } = useVisitPack(place)
  const unit = unitOf(pack, unitId)
  const { rubric } = useRubric(unit?.rubricVersionId ?? null)
  const notes = useVisitNotes()
  const goOn = () => Taro.reLaunch({ url: unitAddress(place, unitId) })
  useDidShow(() => {
    // WeChat's own way home would be a way out of this page.
    void Taro.hideHomeButton?.()
    // A browser's 返回 may lead here after the phone was taken back: there is nobody to show anything to.
    if (turnedRoundTo() === null) void goOn()
  })

  const { cycleId, groupId } = place
  const items =
    rubric && unit
      ? notedItems(
          rubric,
          unit,
          itemId => notes.of({ cycleId, groupId, unitId, itemId }),
          () => [],
        )
      : []
  const numberOf = (itemId: string) => items.find(({ item }) => item.id === itemId)?.item.number ?? 0
  const packed = Object.entries(unit?.supplements ?? {})
    .filter(([, { answeredAt }]) => answeredAt === undefined)
    .map(([itemId, { reason, until }]) => ({ number: numberOf(itemId), reason, until }))
  // What the county refused was never asked of the unit.
  const said = notes.returns(unitId).flatMap(({ input, taken, problem }) => {
    if (problem) return []
    return [{ number: numberOf(input.itemId), reason: input.reason, until: taken?.until ?? input.until }]
  })
  const shown: Shown = {
    looked: items.flatMap(({ item, score }) => {
      const seen = seenOnTheSpot(score?.seen ?? [])
      return seen.length > 0 ? [{ number: item.number, text: item.shortName, seen }] : []
    }),
    toSupply: [...packed.filter(one => !said.some(other => other.number === one.number)), ...said],
  }
  /** The reviewer's own act, and the only way out of this page. */
  const leave = async () => {
    const { confirm } = await Taro.showModal({
      title: '考核组收回手机',
      content: '接着会显示考核组的建议。请考核组的人自己点。',
      confirmText: '收回',
      cancelText: '不收回',
    })
    if (!confirm) return
    takeBack()
    await goOn()
  }
  return { unit, groupName: pack?.groupName ?? '', shown, leave }
}
