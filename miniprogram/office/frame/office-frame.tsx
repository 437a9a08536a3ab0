import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { signOut, useIdentity } from '../../backend/identity'
import { isLargeType } from '../../components/page/large-type'
import { TopBar } from '../../components/top-bar/top-bar'
import { WayBack } from '../../components/way-back/way-back'
import { pageByKeys } from '../../platform/scrolled-by-keys'
import { session } from '../../platform/session'
import { goHome, goTo, type OfficePlace, officePlaces } from './places'
import '../../components/card/card.css'
import './office-frame.css'

interface OfficeFrameProps {
  here: OfficePlace
  children: ReactNode
  /** Fills the window; what is inside scrolls by itself. Left out: the page scrolls. */
  filled?: boolean
}

/** The head of the office's pages and the room below it. */
export function OfficeFrame({ here, children, filled }: OfficeFrameProps) {
  const { whoAmI, chosenPost } = useIdentity()
  const [large] = useState(isLargeType)
  const role = chosenPost?.role === 'leader' ? '县总领导' : '考核办'
  const leave = () => void signOut().then(goHome)
  const classes = ['office', filled && 'filled', large && 'large-type']
  return (
    <View ref={pageByKeys} id={`office-${here}`} className={classes.filter(Boolean).join(' ')}>
      <WayBack />
      <TopBar
        name={[whoAmI?.countyName, whoAmI?.cycle?.title].filter(Boolean).join('　')}
        places={officePlaces}
        here={here}
        onGo={goTo}
        who={
          <>
            <Text>{whoAmI?.member ? `${role}　${whoAmI.member.name}` : ''}</Text>
            <View id="go-home" className="office-way soft" onClick={goHome}>
              首页
            </View>
            {session.signsIn === 'by-code' ? (
              <View id="sign-out" className="office-way soft" onClick={leave}>
                退出
              </View>
            ) : null}
          </>
        }
      />
      <View className="office-body">{children}</View>
    </View>
  )
}
