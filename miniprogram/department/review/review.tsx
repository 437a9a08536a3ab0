import { Text, View } from '@tarojs/components'
import type { Coming } from '#shared/contract/assessment-contract'
import { printMoment } from '#shared/cycle/beijing-time'
import { serverNow } from '../../backend/ask'
import { Notice } from '../../components/notice/notice'
import { Page } from '../../components/page/page'
import { SupplementDrawer } from '../../components/scoring/supplement-drawer'
import { UnitState } from '../../components/unit-state/unit-state'
import { DepartmentFrame } from '../scoring/department-frame'
import { DoubtCard } from '../scoring/doubt-card'
import { DraftStatus } from '../scoring/draft-status'
import { ItemStrip } from '../scoring/item-strip'
import { NotThereYet } from '../scoring/not-there-yet'
import { ReviewBar } from '../scoring/review-bar'
import { OwnScore, WhatUnitSays } from '../scoring/review-cards'
import { Suggestions } from '../scoring/suggestions'
import { VisitPictures } from '../scoring/visit-pictures'
import { useReview } from './use-review'
import './review.css'

/** One unit, one item: what the unit says and shows above, my score below. */
export default function ReviewPage() {
  const { review, items, current, lastYear, standing, problem, notice, supplement, ...page } = useReview()
  if (!review || !current || !standing)
    return (
      <DepartmentFrame here="units">
        <Page id="review">
          <View className="review-empty">
            <NotThereYet status={page.status} problem={page.failure} onAgain={page.reload} />
          </View>
        </Page>
      </DepartmentFrame>
    )
  const { item, review: answer } = current
  const mayDraft = answer.mine && review.abilities['review.draft'] === true
  const mayDecide = answer.mine && review.abilities['review.decide'] === true
  const title = (
    <>
      <Text>{review.unit.name}</Text>
      <UnitState state={review.state} />
    </>
  )
  return (
    <DepartmentFrame here="units" title={title}>
      <Page
        id="review"
        heading={title}
        flush
        status={<DraftStatus isStale={page.isStale} hasDraft={standing.kind === 'draft'} />}
        bar={
          <ReviewBar
            standing={standing}
            decision={answer.decision}
            mayDraft={mayDraft}
            mayDecide={mayDecide}
            problem={problem?.message ?? null}
            isBusy={page.isBusy}
            before={page.before}
            after={page.after}
            onGoTo={page.goTo}
            onDecide={page.decide}
          />
        }
      >
        <ItemStrip items={items} chosen={item.id} onChoose={page.choose} />
        <View className="review-body">
          {notice ? <Notice id="notice" kind="asked" title={notice} /> : null}
          <StillComing coming={review.coming} />
          <WhatUnitSays
            review={review}
            current={current}
            lastYear={lastYear}
            onSupplement={answer.mine && review.abilities['review.return'] ? supplement.open : null}
          />
          {answer.doubt && answer.doubt.state !== 'withdrawn' ? (
            <DoubtCard
              key={`doubt:${review.unit.unitId}:${item.id}:${answer.doubt.revision}`}
              review={review}
              current={current}
              doubt={answer.doubt}
              onAnswered={page.answered}
            />
          ) : null}
          <Suggestions suggestions={answer.suggestions ?? []} onTake={mayDraft ? page.type : null} />
          <VisitPictures cycleId={review.cycle.cycleId} unitId={review.unit.unitId} count={review.visitPictures ?? 0} />
          <OwnScore
            key={`${review.unit.unitId}:${item.id}`}
            review={review}
            current={current}
            standing={standing}
            mayDraft={mayDraft}
            onChange={page.type}
          />
        </View>
        {supplement.isOpen ? (
          <SupplementDrawer
            open
            now={serverNow()}
            about={`${review.unit.name}　第${item.number}项`}
            initial={
              supplement.begun ||
              (answer.self !== null && answer.self.notApplicable !== null ? '请给这一项打分，并附资料' : '')
            }
            busy={supplement.isBusy}
            problem={supplement.problem}
            onTyped={supplement.remember}
            onSend={supplement.send}
            onClose={supplement.close}
          />
        ) : null}
      </Page>
    </DepartmentFrame>
  )
}

/** What the unit handed in while its phones were still sending: not missing, only not here yet. */
function StillComing({ coming: { files, until } }: { coming: Coming }) {
  const count = Object.values(files).reduce((sum, number) => sum + number, 0)
  if (count === 0 || serverNow() > until) return null
  return (
    <Notice id="coming" kind="calm">
      这个单位还有{count}张资料在传，{printMoment(until, serverNow())}前传到的算报送的资料。
    </Notice>
  )
}
