import { useRouter } from '@tarojs/taro'
import { MeetingsView } from '../../meetings/meetings-view'
import { NotThereYet } from '../frame/not-there-yet'
import { OfficeFrame } from '../frame/office-frame'
import { useOffice } from '../frame/use-office'

/** 会议签到 of the county. */
export default function Meetings() {
  const { cycle, status, overview } = useOffice()
  const first = useRouter().params.meetingId ?? null
  const mayKeep = cycle !== null && status === 'ready'
  return (
    <OfficeFrame here="meetings" filled={mayKeep}>
      {mayKeep ? (
        <MeetingsView keeper={{ cycleId: cycle.cycleId, departmentId: null }} first={first} />
      ) : (
        <NotThereYet status={status} problem={overview.problem} onAgain={overview.reload} />
      )}
    </OfficeFrame>
  )
}
