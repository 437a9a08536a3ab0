import { Text, View } from '@tarojs/components'
import type { TemplateName } from '#shared/notices/templates'
import { Button } from '../button/button'
import { Card } from '../card/card'
import { Icon } from '../icon/icon'
import { leftWords } from './consent-words'
import { useConsent } from './use-consent'

interface ConsentCardProps {
  /** What has then happened: 「部室请您补充时」. */
  when: string
  /** What else is to be known. */
  more?: string
  /** Left out: every kind that the county has. */
  templates?: readonly TemplateName[]
  /** The person came here to see to messages: shown also after a refusal. */
  onPurpose?: boolean
}

/** 开一次微信提醒: offered, never in the way; what was answered stands in its place. */
export function ConsentCard({ when, more = '', templates, onPurpose = false }: ConsentCardProps) {
  const offer = useConsent(templates, onPurpose)
  if (!offer) return null
  const { left, isLasting, said, isBusy } = offer
  if (said && !said.mayRetry)
    return (
      <Card id="consent">
        <View className={`row top gap-2${said.kind === 'accepted' ? ' done' : ''}`}>
          <Icon name={said.kind === 'accepted' ? 'received' : 'bell'} />
          <View id="consent-said" className="grow">
            {said.words}
          </View>
        </View>
      </Card>
    )
  return (
    <Card id="consent">
      <View className="row top gap-2">
        <Icon name="bell" />
        <View className="grow">
          {when}，微信提醒您{isLasting ? '' : '一次'}。{more}
        </View>
      </View>
      {said ? (
        <View id="consent-said" className="asked mt-2">
          {said.words}
        </View>
      ) : null}
      <View className="between wrap gap-2 mt-3">
        <Text className="note soft nowrap">{left === null ? '' : leftWords(left)}</Text>
        <Button id="consent-ask" short disabled={isBusy} onPress={offer.open}>
          {isLasting ? '开微信提醒' : '开一次微信提醒'}
        </Button>
      </View>
    </Card>
  )
}
