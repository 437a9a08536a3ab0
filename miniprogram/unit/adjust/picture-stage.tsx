import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import type { PictureAdjustment } from '../../platform/capabilities'
import { frameOf } from './adjustment'

interface PictureStageProps {
  address: string
  adjustment: PictureAdjustment
}

/** The picture as it will be: turned, what is taken away in shade. */
export function PictureStage({ address, adjustment }: PictureStageProps) {
  const [lying, setLying] = useState<{ width: number; height: number } | null>(null)
  const frame = lying && frameOf(adjustment, lying)
  return (
    <View className="adjust-stage">
      <Image
        id="adjust-picture"
        className="adjust-picture"
        mode="aspectFit"
        src={address}
        style={{ transform: `rotate(${adjustment.turns * 90}deg)` }}
        onLoad={({ detail }) => setLying({ width: Number(detail.width), height: Number(detail.height) })}
      />
      {frame ? (
        <View
          id="adjust-frame"
          className="adjust-frame"
          style={{
            left: `${frame.left}%`,
            top: `${frame.top}%`,
            width: `${frame.width}%`,
            height: `${frame.height}%`,
          }}
        />
      ) : null}
    </View>
  )
}
