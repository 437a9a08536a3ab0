import { View } from '@tarojs/components'
import type { ComplaintView } from '#shared/contract/complaint-contract'
import { printMoment } from '#shared/cycle/beijing-time'
import { serverNow } from '../../backend/ask'
import { Button } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { RemarkField } from '../../components/remark-field/remark-field'
import { TextField } from '../../components/text-field/text-field'
import { useComplaintForm } from './use-complaint-form'

/** Writes to the office, and shows what became of what was written before. */
export function ComplaintForm() {
  const { round, begun, own, isBusy, isSent, problem, type, send } = useComplaintForm()
  return (
    <>
      <View className="mt-3">
        <Card id="complaint-form">
          <View key={round}>
            <RemarkField
              id="complaint-text"
              label="在这里写"
              initial={begun.text}
              placeholder="意见、建议，或者哪里不好用"
              problem={problem}
              onInput={type('text')}
            />
            <View className="mt-2">
              <TextField
                id="complaint-contact"
                label="怎么联系您（可以不填）"
                initial={begun.contact}
                placeholder="电话或姓名"
                maximum={60}
                onInput={type('contact')}
              />
            </View>
          </View>
          <View className="mt-3">
            <Button id="send-complaint" disabled={isBusy} onPress={send}>
              {isBusy ? '正在送' : '送给考核办'}
            </Button>
          </View>
          {isSent ? (
            <View id="complaint-sent" className="note mt-2">
              考核办已收到。答复会写在下面，请过几天再来看。
            </View>
          ) : null}
        </Card>
      </View>
      {own.map(complaint => (
        <OwnComplaint key={complaint.complaintId} complaint={complaint} />
      ))}
    </>
  )
}

function OwnComplaint({ complaint: { complaintId, text, at, answer } }: { complaint: ComplaintView }) {
  return (
    <View className="mt-3">
      <Card id={`complaint-${complaintId}`}>
        <View className="note soft">您写的　{printMoment(at, serverNow())}</View>
        <View className="mt-1">{text}</View>
        <View className="rule" />
        {answer ? (
          <>
            <View className="note soft">考核办的答复　{printMoment(answer.at, serverNow())}</View>
            <View className="mt-1 firm">{answer.text}</View>
          </>
        ) : (
          <View className="note soft">考核办已收到，还没有答复。</View>
        )}
      </Card>
    </View>
  )
}
