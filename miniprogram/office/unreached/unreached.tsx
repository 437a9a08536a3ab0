import { View } from '@tarojs/components'
import { PrimaryButton } from '../../components/button/button'
import { ConsentCard } from '../../components/consent-card/consent-card'
import { EmptyState } from '../../components/empty-state/empty-state'
import { Notice } from '../../components/notice/notice'
import { consentBox } from '../../platform/consent-box'
import { NotThereYet, StaleNotice } from '../frame/not-there-yet'
import { OfficeFrame } from '../frame/office-frame'
import { UnreachedRow } from './unreached-person'
import { useUnreached } from './use-unreached'
import './unreached.css'

/** 没通知到的人: whom to phone because no message of WeChat went out, and the words for the group. */
export default function Unreached() {
  const { status, asked, list, phoning, problem, phoned, copied, copy } = useUnreached()
  if (!list)
    return (
      <OfficeFrame here="unreached">
        <NotThereYet status={status} problem={asked.problem} onAgain={asked.reload} />
      </OfficeFrame>
    )
  const { people, groupText } = list
  const open = people.filter(person => person.phoned === null).length
  return (
    <OfficeFrame here="unreached">
      {asked.isStale ? <StaleNotice onAgain={asked.reload} /> : null}
      <View>
        <View id="unreached-sentence" className="lead firm">
          {people.length === 0 ? '现在没有没通知到的人' : `没通知到${people.length}人，还有${open}人没打电话`}
        </View>
        <View className="note soft">要在截止前办的事，微信没有发出去的列在这里。办好了的不再列。</View>
      </View>
      {problem ? (
        <Notice id="unreached-problem" kind="asked" title="已电话没有记上">
          {problem}
        </Notice>
      ) : null}
      {people.length === 0 ? (
        <EmptyState id="unreached-none" icon="check" title="该通知的都通知到了">
          快到截止、请补充资料时，有谁的微信没发出去，会列在这里。
        </EmptyState>
      ) : (
        <View className="unreached">
          <View id="unreached-people" className="card unreached-people">
            {people.map(person => (
              <UnreachedRow
                key={person.memberId}
                person={person}
                busy={phoning !== null}
                onPhoned={() => phoned(person)}
              />
            ))}
          </View>
          {groupText ? (
            <View className="card">
              <View className="head">发到微信群的话</View>
              <View id="group-text" className="unreached-words mt-2">
                {groupText}
              </View>
              <View className="row mt-3">
                <PrimaryButton id="copy-group-text" icon={copied ? 'check' : 'copy'} onPress={copy}>
                  {copied ? '已复制，可以粘贴' : '复制'}
                </PrimaryButton>
              </View>
            </View>
          ) : null}
        </View>
      )}
      {consentBox.available ? (
        <ConsentCard when="有单位没通知到时" templates={['progress']} />
      ) : (
        <View id="consent-on-phone" className="note soft">
          有单位没通知到时，微信也可以提醒您：在手机小程序首页的「通知」里开。
        </View>
      )}
    </OfficeFrame>
  )
}
