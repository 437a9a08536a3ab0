import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** A page written by hand in WeChat's own language, for tests of the runner itself. */
export interface NativePage {
  wxml: string
  /** The body of the page's script. */
  js: string
  wxss?: string
}

/** Writes a mini-program without Taro into a temporary folder and answers the folder. */
export function nativeWeapp(pages: Record<string, NativePage>, appJson: object = {}): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'native-weapp-'))
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
  write('app.json', JSON.stringify({ pages: Object.keys(pages), ...appJson }))
  write('app.js', 'App({})')
  for (const [page, { wxml, js, wxss = '' }] of Object.entries(pages)) {
    write(`${page}.wxml`, wxml)
    write(`${page}.js`, js)
    write(`${page}.wxss`, wxss)
    write(`${page}.json`, '{}')
  }
  return folder
}
