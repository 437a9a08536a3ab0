import { Text, View } from '@tarojs/components'
import { Button, PrimaryButton } from '../../components/button/button'
import { Chip } from '../../components/chip/chip'
import { Notice } from '../../components/notice/notice'
import { FieldProblem } from '../../components/text-field/field-problem'
import { TextField } from '../../components/text-field/text-field'
import { DayFields } from './day-fields'
import { withDay, withMember } from './group-draft'
import type { GroupWork } from './use-group-work'

/** One 考核组 being made or changed: its people on the left, its days on the right. */
export function GroupForm({ work }: { work: GroupWork }) {
  const { draft, people, units, faults, planned, change, openDay, setOpenDay } = work
  const members = people.filter(({ memberId }) => draft.memberIds.includes(memberId))
  return (
    <View id="group-form">
      <View className="between wrap">
        <Text className="head">{draft.revision === 0 ? '新的考核组' : `修改${draft.name}`}</Text>
        <Button id="group-close" short light kind="quiet" icon="back" onPress={work.close}>
          不改了
        </Button>
      </View>
      <View className="office-columns mt-3">
        <View className="office-column">
          <View className="card">
            <TextField
              id="group-name"
              label="名称"
              initial={draft.name}
              maximum={20}
              problem={faults?.name}
              onInput={name => change({ ...draft, name })}
            />
            <View className="note soft mt-3">{`成员　${members.length}人`}</View>
            <View className="visit-choices mt-1">
              {people.map(({ memberId, name, place }) => (
                <Chip
                  key={memberId}
                  id={`member-${memberId}`}
                  worded
                  chosen={draft.memberIds.includes(memberId)}
                  below={place}
                  onPress={() => change(withMember(draft, memberId))}
                >
                  {name}
                </Chip>
              ))}
            </View>
            <FieldProblem text={faults?.members} />
            {members.length > 0 ? (
              <>
                <View className="note soft mt-3">组长</View>
                <View className="visit-choices mt-1">
                  {members.map(({ memberId, name }) => (
                    <Chip
                      key={memberId}
                      id={`leader-${memberId}`}
                      worded
                      chosen={draft.leaderId === memberId}
                      onPress={() => change({ ...draft, leaderId: memberId })}
                    >
                      {name}
                    </Chip>
                  ))}
                </View>
                <FieldProblem text={faults?.leader} />
              </>
            ) : null}
          </View>
          {work.refusal ? (
            <Notice id="group-problem" kind="asked" title="没有保存">
              {work.refusal.message}
            </Notice>
          ) : null}
          {work.faultCount > 0 ? <View className="asked">{`还有${work.faultCount}处没填好。`}</View> : null}
          <View className="row">
            <PrimaryButton id="group-save" busy={work.isBusy} onPress={work.save}>
              {`保存${draft.name.trim() || '考核组'}`}
            </PrimaryButton>
          </View>
        </View>
        <View className="office-column">
          {draft.days.map(day => (
            <DayFields
              key={day.key}
              day={day}
              units={units}
              planned={planned}
              isOpen={openDay === day.key}
              problem={faults?.days[day.key]}
              onOpen={() => setOpenDay(day.key)}
              onChange={changed =>
                change({ ...draft, days: draft.days.map(other => (other.key === changed.key ? changed : other)) })
              }
              onRemove={() => change({ ...draft, days: draft.days.filter(other => other.key !== day.key) })}
            />
          ))}
          <View className="row">
            <Button
              id="day-add"
              short
              light
              icon="plus"
              onPress={() => {
                const more = withDay(draft)
                change(more)
                setOpenDay(more.days.at(-1)?.key ?? null)
              }}
            >
              再加一天
            </Button>
          </View>
        </View>
      </View>
    </View>
  )
}
