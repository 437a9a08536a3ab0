import { useRouter } from '@tarojs/taro'
import { MeetingsView } from '../../meetings/meetings-view'
import { KeepingFrame } from '../scoring/keeping-frame'
import { useDepartment } from '../scoring/use-department'

/** 会议签到 for a department whose items rest on it. */
export default function Meetings() {
  const own = useDepartment()
  const first = useRouter().params.meetingId ?? null
  return (
    <KeepingFrame own={own}>
      {({ cycleId, departmentId }) => <MeetingsView keeper={{ cycleId, departmentId }} first={first} />}
    </KeepingFrame>
  )
}
