import { Text, View } from '@tarojs/components'
import type { VisitGroupList } from '#shared/contract/visit-contract'
import { Button } from '../../components/button/button'
import { EmptyState } from '../../components/empty-state/empty-state'
import { Notice } from '../../components/notice/notice'
import { NotThereYet, StaleNotice } from '../frame/not-there-yet'
import { OfficeFrame } from '../frame/office-frame'
import { GroupCard } from '../visit-planning/group-card'
import type { GroupDraft } from '../visit-planning/group-draft'
import { GroupForm } from '../visit-planning/group-form'
import { useGroupWork } from '../visit-planning/use-group-work'
import { useVisitGroups } from './use-visit-groups'
import './visit-groups.css'

/** 考核组: who visits which units on which day. */
export default function VisitGroups() {
  const page = useVisitGroups()
  const { asked, list, editing } = page
  if (!list)
    return (
      <OfficeFrame here="visit-groups">
        <NotThereYet status={page.status} problem={asked.problem} onAgain={asked.reload} />
      </OfficeFrame>
    )
  if (editing)
    return (
      <OfficeFrame here="visit-groups">
        <Editing
          key={editing.groupId}
          cycleId={page.cycleId}
          list={list}
          begun={editing}
          onSaved={asked.reload}
          onClose={page.close}
        />
      </OfficeFrame>
    )
  return (
    <OfficeFrame here="visit-groups">
      {asked.isStale ? <StaleNotice onAgain={asked.reload} /> : null}
      <View className="between wrap">
        <Text id="groups-planned" className="soft">
          {page.record.making
            ? '正在做实地考核记录……'
            : `${list.units.length}个单位，排进日程的${list.units.length - page.unplanned.length}个。点单位，下载它的实地考核记录。`}
        </Text>
        <Button id="group-add" short light icon="plus" onPress={page.add}>
          新的考核组
        </Button>
      </View>
      {page.refusal ? (
        <Notice id="groups-problem" kind="asked" title="没有删掉">
          {page.refusal.message}
        </Notice>
      ) : null}
      {page.record.problem ? (
        <Notice id="record-problem" kind="asked" title="实地考核记录没有做成">
          {page.record.problem.message}
        </Notice>
      ) : null}
      {list.groups.length === 0 ? (
        <EmptyState id="groups-none" icon="people" title="还没有考核组">
          点「新的考核组」，选成员、组长和每天去的单位。成员在手机首页就能看到。
        </EmptyState>
      ) : (
        <View className="visit-groups">
          {list.groups.map(group => (
            <GroupCard
              key={group.groupId}
              group={group}
              people={list.people}
              units={list.units}
              onChange={() => page.change(group)}
              onRemove={() => page.remove(group)}
              onRecord={unitId => page.makeRecord(group.groupId, unitId)}
            />
          ))}
        </View>
      )}
      {list.groups.length > 0 && page.unplanned.length > 0 ? (
        <View id="groups-unplanned" className="card">
          <View className="firm">{`还没有排的单位　${page.unplanned.length}个`}</View>
          <View className="mt-2">{page.unplanned.map(({ name }) => name).join('、')}</View>
        </View>
      ) : null}
    </OfficeFrame>
  )
}

interface EditingProps {
  cycleId: string
  list: VisitGroupList
  begun: GroupDraft
  onSaved: () => Promise<void>
  onClose: () => void
}

function Editing(props: EditingProps) {
  return <GroupForm work={useGroupWork(props)} />
}
