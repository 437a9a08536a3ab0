import { View } from '@tarojs/components'
import { printDay } from '#shared/cycle/beijing-time'
import type { DepartmentId } from '#shared/rubric/rubric'
import { Button } from '../../components/button/button'
import { Notice } from '../../components/notice/notice'
import { refusalWords } from '../../components/people/refusal-words'
import type { CountySheet } from '../paper-sheet/use-county-sheet'
import { useSupplements } from './use-supplements'

interface OpenSupplementsProps {
  county: CountySheet
  departments: readonly { departmentId: DepartmentId; name: string }[]
  onNoted: () => Promise<void>
}

/** 请补充 that the unit has not answered: what it brings on paper counts as much as what it sends by phone. */
export function OpenSupplements({ county, departments, onNoted }: OpenSupplementsProps) {
  const { open, note, busy, refusal } = useSupplements(county, onNoted)
  const askerOf = (departmentId: DepartmentId) =>
    departments.find(department => department.departmentId === departmentId)?.name ?? ''
  if (open.length === 0 && !refusal) return null
  return (
    <Notice id="entry-supplements" kind="asked" icon="return" title={`待补充${open.length}项`}>
      {refusal ? <View id="supplement-refusal">{refusalWords(refusal)}</View> : null}
      {open.map(({ item, supplement: { departmentId, groupName, reason, until } }) => (
        <View key={item.id} className="entry-supplement">
          <View className="grow">
            第{item.number}项　{groupName ?? askerOf(departmentId)}：{reason}（{printDay(until)}前）
          </View>
          <Button id={`note-supplement-${item.id}`} kind="asked" short busy={busy} onPress={() => note(item)}>
            纸质已补交
          </Button>
        </View>
      ))}
    </Notice>
  )
}
