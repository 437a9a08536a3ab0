import { Text, View } from '@tarojs/components'
import type { OverviewUnit } from '#shared/contract/office-contract'
import { problem } from '#shared/errors/problems'
import { Button } from '../../components/button/button'
import { EmptyState } from '../../components/empty-state/empty-state'
import { Notice } from '../../components/notice/notice'
import { Skeleton } from '../../components/skeleton/skeleton'
import { NotThereYet } from '../frame/not-there-yet'
import { OfficeFrame } from '../frame/office-frame'
import { cellId } from '../paper-sheet/cells'
import { UnitList } from '../units/unit-list'
import { EntryGrid } from './entry-grid'
import { EntryPane } from './entry-pane'
import { Keeping } from './keeping'
import { OpenSupplements } from './open-supplements'
import { Owners } from './owners'
import { usePaperEntry } from './use-paper-entry'
import './paper-entry.css'

/** 代录: the office types what a unit or a department has written on paper and stamped. */
export default function PaperEntry() {
  const page = usePaperEntry()
  const { overview, status, units, unit, owner, county, rows, problems, entry, fields } = page
  if (!overview.output)
    return (
      <OfficeFrame here="paper-entry">
        <NotThereYet status={status} problem={overview.problem} onAgain={overview.reload} />
      </OfficeFrame>
    )
  const departments = overview.output.departments.filter(
    ({ departmentId }) => (unit?.byDepartment[departmentId]?.items ?? 0) > 0,
  )
  const department = owner.side === 'review' ? departments.find(one => one.departmentId === owner.departmentId) : null
  const closed = county.held ? closedBecause(page) : null
  return (
    <OfficeFrame here="paper-entry" filled>
      <View className="entry-work">
        <UnitList
          units={units}
          chosen={unit?.unitId ?? null}
          onChoose={page.chooseUnit}
          heading="报送"
          after={submittedOf}
        />
        {unit ? (
          <View className="entry-middle">
            <Owners departments={departments} owner={owner} onChoose={page.chooseOwner} />
            <OpenSupplements
              key={unit.unitId}
              county={county}
              departments={overview.output.departments}
              onNoted={overview.reload}
            />
            {page.entered ? (
              <Notice id="entered" kind="calm" title={`录入了${page.entered.entered}项，县总已收到`}>
                {page.entered.unitName}的纸质表已经在县总，历史里两人都留名。
              </Notice>
            ) : null}
            {county.held === null ? (
              county.problem ? (
                <EmptyState
                  id="sheet-failed"
                  icon="no-signal"
                  title="这张表没有打开"
                  action={<Again onPress={county.reload} />}
                >
                  {county.problem.message}录了一半的都存在本机，没有丢。
                </EmptyState>
              ) : (
                <Skeleton rows={3} />
              )
            ) : closed && page.entered ? null : closed ? (
              <EmptyState id="entry-closed" icon="lock" title="现在不能代录">
                {closed}
              </EmptyState>
            ) : (
              <>
                <View className="entry-hint">
                  <Text className="note soft only-pc">↑ ↓ 移动　Enter 下一项　不涉及打「/」</Text>
                  <Keeping keeping={page.keeping} sent={entry.sent !== null} onDiscard={page.discard} />
                </View>
                <EntryGrid
                  key={page.beginning}
                  rows={rows}
                  problems={problems}
                  headings={department ? { score: '得分', note: '扣分说明' } : { score: '自评', note: '备注' }}
                  focus={fields.focus}
                  disabled={entry.sent !== null}
                  onType={page.type}
                  onFocus={fields.entered}
                  onNext={fields.next}
                />
              </>
            )}
          </View>
        ) : (
          <View className="entry-middle">
            <EmptyState id="entry-none" icon="paper" title="选一个单位">
              照着盖章的纸质表，把分数一行一行打进去。
            </EmptyState>
          </View>
        )}
        {unit && county.held && !closed ? (
          <EntryPane
            {...page}
            unitName={unit.name}
            ownerName={department?.name ?? '自评'}
            isReview={department !== null}
            found={rows.flatMap(({ item }) => {
              const found = problems[item.id]
              return found ? [{ itemId: item.id, problem: found }] : []
            })}
            onChange={page.change}
            onAttach={page.attach}
            onShow={itemId => fields.enter(cellId('score', itemId))}
            onEnter={page.enter}
          />
        ) : null}
      </View>
    </OfficeFrame>
  )
}

type EntryPage = ReturnType<typeof usePaperEntry>

/** Why this sheet cannot be typed now; null where it can. */
function closedBecause({ owner, unit, county, rows }: EntryPage): string | null {
  if (owner.side === 'self') {
    if (county.held?.sheet.abilities['paper.enter-self']) return null
    return problem(unit?.submittedAt === null ? 'assessment.closed' : 'assessment.already-submitted').message
  }
  if (unit?.submittedAt === null) return problem('assessment.not-submitted').message
  return rows.every(row => row.locked) ? '这个部室都定分了，不用代录。' : null
}

function submittedOf(unit: OverviewUnit) {
  return { text: unit.submittedAt === null ? '没报送' : unit.fromPaper ? '代录' : '已报送' }
}

function Again({ onPress }: { onPress: () => void }) {
  return (
    <Button id="sheet-again" short onPress={onPress}>
      再试一次
    </Button>
  )
}
