import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { encode } from 'uqr'

/** A code to be scanned from a screen. Black on white whatever the theme: scanners want it so. */
export function QrCode({ text }: { text: string }) {
  const picture = useMemo(() => pictureOf(text), [text])
  return <View id="sign-in-code" className="qr" data-code={text} style={{ backgroundImage: `url("${picture}")` }} />
}

function pictureOf(text: string): string {
  // A border of two modules; the card around it is as white and gives the rest of the four that the standard wants.
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : []))).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${path}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
