import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { type Browser, chromium, type Page } from 'playwright-core'

/** Where tests keep pictures; `shot` is the only writer. */
const screenshotFolder = path.resolve('dist/screenshots')
const cacheFolder = path.resolve('dist/.cache')

let launched: Promise<Browser> | undefined

/**
 * The Chromium of this test file, launched at the first call and shared by the rest of the file. Under Jest it is closed
 * when the file ends; a script that is not a test calls `closeBrowser` itself.
 */
export function openBrowser(): Promise<Browser> {
  launched ??= launch()
  return launched
}

/** Closes the browser that `openBrowser` launched, if there is one. */
export async function closeBrowser(): Promise<void> {
  const browser = await launched
  launched = undefined
  await browser?.close()
}

if (typeof afterAll === 'function') afterAll(closeBrowser)

/** Saves what a page shows as `dist/screenshots/<name>.png` and answers the file's path. */
export async function shot(page: Page, name: string, options: { fullPage?: boolean } = {}): Promise<string> {
  const file = path.join(screenshotFolder, `${name}.png`)
  mkdirSync(path.dirname(file), { recursive: true })
  await page.screenshot({ path: file, animations: 'disabled', ...options })
  return file
}

async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: await browserExecutable(),
    env: { ...definedEnvironment(), FONTCONFIG_FILE: fontConfiguration() },
    args: [
      '--no-sandbox', // containers run tests as root, where Chromium's sandbox refuses to start
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', // nothing leaves the machine
    ],
  })
}

/**
 * The browser that comes as an npm package, unpacked once into `dist/.cache`. The package's own unpacking writes in place,
 * so that a second process could start a half-written file; here a rename makes it all or nothing.
 */
export async function browserExecutable(): Promise<string> {
  const packages = createRequire(path.resolve('package.json'))
  const packed = path.resolve(path.dirname(packages.resolve('@sparticuz/chromium')), '../../bin/chromium.br')
  const executable = path.join(cacheFolder, `chromium-${statSync(packed).size}`)
  if (!existsSync(executable)) {
    mkdirSync(cacheFolder, { recursive: true })
    const unfinished = `${executable}.${process.pid}`
    await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(unfinished, { mode: 0o755 }))
    renameSync(unfinished, executable)
  }
  return executable
}

/** A fontconfig file that knows only the Chinese font from npm, so that pictures look the same on every machine. */
function fontConfiguration(): string {
  const fonts = path.dirname(
    createRequire(path.resolve('package.json')).resolve('@expo-google-fonts/noto-sans-sc/package.json'),
  )
  const folders = ['400Regular', '600SemiBold', '700Bold'].map(weight => `<dir>${path.join(fonts, weight)}</dir>`)
  const file = path.join(cacheFolder, 'fonts.conf')
  mkdirSync(cacheFolder, { recursive: true })
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>${folders.join('')}
<cachedir>${path.join(cacheFolder, 'fontconfig')}</cachedir>
<match target="pattern"><edit name="family" mode="append_last"><string>Noto Sans SC</string></edit></match>
</fontconfig>
`,
  )
  return file
}

function definedEnvironment(): Record<string, string> {
  const defined: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) defined[name] = value
  return defined
}
