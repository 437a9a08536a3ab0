import { View } from '@tarojs/components'
import type { OverviewUnit } from '#shared/contract/office-contract'
import { printPoints } from '#shared/scoring/points'
import { Button } from '../../components/button/button'
import { EmptyState } from '../../components/empty-state/empty-state'
import { AnnexTable } from '../../components/paper/annex-table'
import { MaterialsTable } from '../../components/paper/materials-table'
import { Paper } from '../../components/paper/paper'
import { Skeleton } from '../../components/skeleton/skeleton'
import { scrolledByKeys } from '../../platform/scrolled-by-keys'
import { NotThereYet, StaleNotice } from '../frame/not-there-yet'
import { OfficeFrame } from '../frame/office-frame'
import { UnitList } from '../units/unit-list'
import { FormPane } from './form-pane'
import { useForm } from './use-form'
import './form.css'

/** 打印归档: the units with their totals, the paper as it will be printed, and what to do with it. */
export default function Form() {
  const page = useForm()
  const { overview, status, units, unit, kind, form, table, list } = page
  if (!overview.output || !unit)
    return (
      <OfficeFrame here="form">
        <NotThereYet status={status} problem={overview.problem} onAgain={overview.reload} />
      </OfficeFrame>
    )
  return (
    <OfficeFrame here="form" filled>
      {overview.isStale || form.isStale ? <StaleNotice onAgain={form.reload} /> : null}
      <View className="form-work">
        <UnitList units={units} chosen={unit.unitId} onChoose={page.chooseUnit} heading="得分" after={scoreOf} />
        <View {...scrolledByKeys} className="form-desk">
          {list ? (
            <Paper id="paper">
              <MaterialsTable list={list} />
            </Paper>
          ) : table ? (
            <Paper id="paper">
              <AnnexTable table={table} signed={kind !== 'scored'} />
            </Paper>
          ) : form.problem ? (
            <EmptyState id="form-failed" icon="paper" title="这张表没有打开" action={<Again onPress={form.reload} />}>
              {form.problem.message}
            </EmptyState>
          ) : (
            <Skeleton rows={4} />
          )}
        </View>
        <FormPane {...page} unit={unit} />
      </View>
    </OfficeFrame>
  )
}

function scoreOf(unit: OverviewUnit) {
  if (unit.score.complete) return { text: printPoints(unit.score.total), firm: true }
  return { text: unit.submittedAt === null ? '没报送' : '没评完' }
}

function Again({ onPress }: { onPress: () => void }) {
  return (
    <Button id="form-again" short onPress={onPress}>
      再试一次
    </Button>
  )
}
