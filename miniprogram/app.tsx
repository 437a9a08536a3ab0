import type { PropsWithChildren } from 'react'
import './app.css'

/** The root of the program: only the styles that every page shares. Pages bring everything else themselves. */
export default function App({ children }: PropsWithChildren) {
  return children
}
