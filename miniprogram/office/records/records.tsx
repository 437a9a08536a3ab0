import { RecordsView } from '../../records/records-view'
import { NotThereYet } from '../frame/not-there-yet'
import { OfficeFrame } from '../frame/office-frame'
import { goToMeetings } from '../frame/places'
import { useOffice } from '../frame/use-office'

/** 县总记录 of all departments. */
export default function Records() {
  const { cycle, status, overview } = useOffice()
  const mayKeep = cycle !== null && status === 'ready'
  return (
    <OfficeFrame here="records" filled={mayKeep}>
      {mayKeep ? (
        <RecordsView keeper={{ cycleId: cycle.cycleId, departmentId: null }} onMeetings={goToMeetings} />
      ) : (
        <NotThereYet status={status} problem={overview.problem} onAgain={overview.reload} />
      )}
    </OfficeFrame>
  )
}
