import { View } from '@tarojs/components'
import { useState } from 'react'
import { printDay } from '#shared/cycle/beijing-time'
import { type Problem, problem } from '#shared/errors/problems'
import { ask } from '../../backend/ask'
import { Button } from '../../components/button/button'
import { Notice } from '../../components/notice/notice'
import { doubtsOf } from '../../components/record-trail/doubts-of'
import { useOutbox } from '../../outbox/use-outbox'
import { machineName } from '../../platform/machine-name'
import { random } from '../../platform/random'
import { askerWords } from '../own/words'
import type { OpenItem } from './use-item'

interface ItemNoticesProps {
  open: OpenItem
  keepNow: () => void
}

/** What somebody waits for, what the county refused, or why nothing can be changed, until a score says it: above the item's words. */
export function ItemNotices({ open, keepNow }: ItemNoticesProps) {
  const { shown, canFill } = open
  const isReturned = shown.supplement !== null && shown.supplement.answeredAt === undefined
  return (
    <View className="item-notices">
      {isReturned ? <Returned open={open} keepNow={keepNow} /> : null}
      {shown.trouble?.kind === 'refused' ? (
        <Notice id="item-refused" kind="asked" title="县总没有收下这一项">
          <View className="mt-1">
            {shown.trouble.problem.message}您填的还在{machineName()}里。
          </View>
        </Notice>
      ) : null}
      <Answered open={open} />
      {canFill || shown.released ? null : (
        <Notice id="item-closed" kind="calm">
          {closedWords(open).message}
        </Notice>
      )}
    </View>
  )
}

/** 有出入 was answered after the 自评 was filled: the figure may be another one now. The answer stands beside the record. */
function Answered({ open }: { open: OpenItem }) {
  const { item, shown, sheet } = open
  // As it was when the item was opened: what is said does not go while the person fills.
  const [filledAt] = useState(shown.self?.signature.at ?? 0)
  const answers = doubtsOf(item, sheet.records.doubts).flatMap(({ answer }) => answer ?? [])
  const [last] = answers.filter(({ at }) => at > filledAt).sort((a, b) => b.at - a.at)
  if (!last) return null
  return (
    <Notice id="doubt-answered" kind="calm">
      {last.by} {printDay(last.at)}答复了您说的有出入，请看下面的县总记录。
    </Notice>
  )
}

function closedWords({ sheet }: OpenItem): Problem {
  if (sheet.stage === 'awaiting-chair') return problem('assessment.awaiting-chair')
  if (sheet.submission) return problem('assessment.already-submitted')
  return problem('assessment.closed')
}

/** 请补充, with the button that says it is done. Only what has reached the county counts as supplied. */
function Returned({ open, keepNow }: ItemNoticesProps) {
  const { sendAll } = useOutbox(open.sheetKey)
  const [isBusy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const { supplement } = open.shown
  const { cycle, unit, abilities } = open.sheet
  if (!supplement) return null
  const answer = async () => {
    keepNow()
    setBusy(true)
    const isSent = await sendAll()
    const asked = isSent
      ? await ask('assessment.supplement', {
          cycleId: cycle.cycleId,
          unitId: unit.unitId,
          itemId: open.item.id,
          operationId: random.newId(),
        })
      : null
    setBusy(false)
    if (asked?.ok) open.replace(asked.output)
    else setWrong(asked ? asked.problem.message : `还有没传上去的，都在${machineName()}里。等传完再点一次。`)
  }
  return (
    <Notice
      id="item-returned"
      kind="asked"
      icon="return"
      title={`${askerWords(open.rubric, open.item, supplement)}请您补充这一项`}
    >
      <View className="mt-1">{supplement.reason}</View>
      {wrong ? <View className="mt-1 asked">{wrong}</View> : null}
      <View className="between mt-2">
        <View>{printDay(supplement.until)}前补交</View>
        {abilities['assessment.supplement'] ? (
          <Button id="supplement-done" kind="asked" short busy={isBusy} onPress={answer}>
            补交好了
          </Button>
        ) : null}
      </View>
    </Notice>
  )
}
