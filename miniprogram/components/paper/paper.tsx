import { ScrollView, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { scrolledByKeys } from '../../platform/scrolled-by-keys'
import './paper.css'

/** A sheet as it will be printed: black on white, in the county's type. A phone moves it sideways under the glass. */
export function Paper({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <ScrollView {...scrolledByKeys} scrollX className="paper-desk">
      <View id={id} className="paper">
        {children}
      </View>
    </ScrollView>
  )
}
