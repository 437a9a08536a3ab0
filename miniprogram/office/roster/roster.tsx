import { Text, View } from '@tarojs/components'
import { Button } from '../../components/button/button'
import { Notice } from '../../components/notice/notice'
import { InviteDrawer } from '../../components/people/invite-drawer'
import { printPhone } from '../../components/people/print-phone'
import { refusalWords } from '../../components/people/refusal-words'
import { NotThereYet, StaleNotice } from '../frame/not-there-yet'
import { OfficeFrame } from '../frame/office-frame'
import { type PersonInPost, postId } from '../people/roster-groups'
import { useRoster } from './use-roster'
import './roster.css'

/** 单位和人员: everybody's post in the county's order; inviting and ending posts. */
export default function Roster() {
  const { overview, status, members, groups, inviting, ending } = useRoster()
  const reload = () => void Promise.all([overview.reload(), members.reload()])
  if (!groups)
    return (
      <OfficeFrame here="roster">
        <NotThereYet
          status={status === 'ready' && members.status === 'failed' ? 'failed' : status}
          problem={overview.problem ?? members.problem}
          onAgain={reload}
        />
      </OfficeFrame>
    )
  return (
    <OfficeFrame here="roster">
      {overview.isStale ? <StaleNotice onAgain={reload} /> : null}
      {ending.refusal ? (
        <Notice id="roster-problem" kind="asked" title="没有撤成">
          {refusalWords(ending.refusal)}
        </Notice>
      ) : null}
      {groups.map(group => (
        <View key={group.name} className="card roster-group">
          <View className="roster-head firm">{group.name}</View>
          {group.places.map(place => (
            <View key={place.id} id={`place-${place.id}`} className="roster-place">
              <View className="roster-name">{place.name}</View>
              <View className="roster-people">
                {place.people.length === 0 ? <Text className="soft">还没有人</Text> : null}
                {place.people.map(person => (
                  <Person
                    key={`${person.memberId}-${postId(person.post)}`}
                    person={person}
                    onEnd={() => ending.endPost(person, place.name)}
                  />
                ))}
              </View>
              <Button
                id={`invite-${place.id}`}
                short
                light
                kind="quiet"
                icon="plus"
                onPress={() => inviting.open(place)}
              >
                邀请
              </Button>
            </View>
          ))}
        </View>
      ))}
      <InviteDrawer
        key={inviting.place?.id ?? 'closed'}
        title={`邀请到${inviting.place?.name ?? ''}`}
        place={inviting.place}
        invitation={inviting.invitation}
        busy={inviting.busy}
        problem={inviting.refusal}
        onInvite={inviting.invite}
        onClose={() => inviting.open(null)}
      />
    </OfficeFrame>
  )
}

function Person({ person, onEnd }: { person: PersonInPost; onEnd: () => void }) {
  const { memberId, name, phone, post, roleName } = person
  return (
    <View className="roster-person">
      <Text className="note soft">{roleName}</Text>
      <Text className="nowrap">{name}</Text>
      <Text className="note nowrap">{printPhone(phone)}</Text>
      <View id={`end-${memberId}-${postId(post)}`} className="link quiet" onClick={onEnd}>
        撤职
      </View>
    </View>
  )
}
