import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { signOut, useIdentity } from '../../backend/identity'
import { isLargeType } from '../../components/page/large-type'
import { TopBar } from '../../components/top-bar/top-bar'
import { gridAddress, queueAddress, recordsAddress } from './addresses'
import { useDepartment } from './use-department'
import './department-frame.css'

type Place = 'grid' | 'units' | 'items' | 'records'

const places: { key: Place; text: string }[] = [
  { key: 'grid', text: '录分表' },
  { key: 'units', text: '按单位' },
  { key: 'items', text: '按项' },
  { key: 'records', text: '县总记录' },
]

interface DepartmentFrameProps {
  here: Place
  /** What WeChat's own bar says on a phone and nothing says on a PC: 马店镇, 第5项　各单位. */
  title?: ReactNode
  /** Fills the window; what is inside scrolls by itself. Left out: the page scrolls. */
  filled?: boolean
  children: ReactNode
}

/** A page of the department with the PC's head over it. A phone has a bar of its own and shows none of this. */
export function DepartmentFrame({ here, title, filled, children }: DepartmentFrameProps) {
  const [large] = useState(isLargeType)
  const classes = ['department-frame', filled && 'filled', large && 'large-type']
  return (
    <View className={classes.filter(Boolean).join(' ')}>
      <View className="department-head">
        <DepartmentHead here={here} />
      </View>
      {title ? <View className="department-title head">{title}</View> : null}
      {children}
    </View>
  )
}

function addressOf(place: Place): string {
  if (place === 'records') return recordsAddress()
  return place === 'grid' ? gridAddress() : queueAddress(place)
}

const goHome = () => void Taro.reLaunch({ url: '/pages/home/home' })

/** Where one is among the ways to score and the records, and who one is. */
export function DepartmentHead({ here }: { here: Place }) {
  const { department } = useDepartment()
  const { whoAmI } = useIdentity()
  const name = [whoAmI?.countyName, department?.cycleTitle].filter(Boolean).join('　')
  const go = (place: Place) => {
    if (place !== here) void Taro.redirectTo({ url: addressOf(place) })
  }
  const leave = async () => {
    await signOut()
    goHome()
  }
  const who = department ? (
    <>
      <Text>
        {department.departmentName}　{department.personName}
      </Text>
      <View id="go-home" className="soft department-leave" onClick={goHome}>
        首页
      </View>
      <View id="sign-out" className="soft department-leave" onClick={leave}>
        退出
      </View>
    </>
  ) : null
  return <TopBar name={name} places={places} here={here} onGo={go} who={who} />
}
