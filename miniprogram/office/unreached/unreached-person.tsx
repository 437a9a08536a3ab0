import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { UnreachedPerson } from '#shared/contract/notice-contract'
import { printMoment } from '#shared/cycle/beijing-time'
import { serverNow } from '../../backend/ask'
import { Button } from '../../components/button/button'
import { Icon } from '../../components/icon/icon'
import { printPhone } from '../../components/people/print-phone'

interface UnreachedRowProps {
  person: UnreachedPerson
  busy: boolean
  onPhoned: () => void
}

/** Whom to phone, what to say, why no message went out; ticked once it is done. */
export function UnreachedRow({ person, busy, onPhoned }: UnreachedRowProps) {
  const { memberId, name, unitName, told, reason, phoned } = person
  const latest = told.at(-1)
  return (
    <View id={`unreached-${memberId}`} className="unreached-row">
      <View>
        <View className="firm">{unitName}</View>
        <View>{name}</View>
        <Phone phone={person.phone} />
      </View>
      <View className="grow">
        {told.map(({ noticeId, words }) => (
          <View key={noticeId}>{words}</View>
        ))}
        <View className="note soft">
          {latest ? printMoment(latest.at, serverNow()) : ''}　{reason}
        </View>
      </View>
      <View className="unreached-done">
        {phoned ? (
          <>
            <View className="row gap-1 done">
              <Icon name="check" size="small" />
              <Text>已电话</Text>
            </View>
            <View className="note soft">
              {phoned.by} {printMoment(phoned.at, serverNow())}
            </View>
          </>
        ) : (
          <Button id={`phoned-${memberId}`} short icon="call" disabled={busy} onPress={onPhoned}>
            已电话
          </Button>
        )}
      </View>
    </View>
  )
}

function Phone({ phone }: { phone: string }) {
  if (phone === '') return <View className="note asked">没有留电话</View>
  // A person who gives up the call is not an error.
  const call = () => void Taro.makePhoneCall({ phoneNumber: phone.replace(/\s/g, '') }).catch(() => {})
  return (
    <View className="unreached-phone" onClick={call}>
      <Text selectable>{printPhone(phone)}</Text>
    </View>
  )
}
