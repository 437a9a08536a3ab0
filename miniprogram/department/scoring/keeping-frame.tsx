import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { isLargeType } from '../../components/page/large-type'
import { WayBack } from '../../components/way-back/way-back'
import { pageByKeys } from '../../platform/scrolled-by-keys'
import { DepartmentFrame } from './department-frame'
import { NotThereYet } from './not-there-yet'
import type { OwnDepartment, RequestedDepartment } from './use-department'
import './keeping-frame.css'

interface KeepingFrameProps {
  own: RequestedDepartment
  children: (department: OwnDepartment) => ReactNode
}

/** A page of the department's own records: as wide as the window, its parts scroll by themselves. */
export function KeepingFrame({ own: { department, status, problem, reload }, children }: KeepingFrameProps) {
  const [large] = useState(isLargeType)
  return (
    <DepartmentFrame here="records" filled>
      <View ref={pageByKeys} id="keeping" className={large ? 'keeping large-type' : 'keeping'}>
        <WayBack />
        {department ? children(department) : <NotThereYet status={status} problem={problem} onAgain={reload} />}
      </View>
    </DepartmentFrame>
  )
}
