import Taro from '@tarojs/taro'
import { RecordsView } from '../../records/records-view'
import { meetingsAddress } from '../scoring/addresses'
import { KeepingFrame } from '../scoring/keeping-frame'
import { useDepartment } from '../scoring/use-department'

/** 县总记录 that this department keeps. */
export default function Records() {
  const own = useDepartment()
  return (
    <KeepingFrame own={own}>
      {({ cycleId, departmentId }) => (
        <RecordsView
          keeper={{ cycleId, departmentId }}
          onMeetings={meetingId => void Taro.navigateTo({ url: meetingsAddress(meetingId) })}
        />
      )}
    </KeepingFrame>
  )
}
