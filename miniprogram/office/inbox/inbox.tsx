import { View } from '@tarojs/components'
import { NotThereYet } from '../frame/not-there-yet'
import { OfficeFrame } from '../frame/office-frame'
import { statusOf, useOffice } from '../frame/use-office'
import { ComplaintCard } from './complaint-card'
import { PicturesToLookAt } from './pictures-to-look-at'
import { useInbox } from './use-inbox'
import './inbox.css'

/** What people write to the office, and the pictures that WeChat wants a person to look at. */
export default function Inbox() {
  const { cycle } = useOffice()
  const { complaints } = useInbox()
  const list = complaints.output?.complaints
  return (
    <OfficeFrame here="inbox">
      {list ? (
        <View id="inbox" className="inbox">
          <View>
            <View className="head">投诉建议</View>
            {list.length === 0 ? (
              <View id="complaints-none" className="soft mt-2">
                还没有人写过。
              </View>
            ) : null}
            {list.map(complaint => (
              <ComplaintCard key={complaint.complaintId} complaint={complaint} onAnswered={complaints.reload} />
            ))}
          </View>
          {cycle ? <PicturesToLookAt cycleId={cycle.cycleId} /> : null}
        </View>
      ) : (
        <NotThereYet status={statusOf(complaints)} problem={complaints.problem} onAgain={complaints.reload} />
      )}
    </OfficeFrame>
  )
}
