import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestCloud, type TestCloud } from './test-cloud'

let test: TestCloud
const h5Folder = mkdtempSync(join(tmpdir(), 'h5-'))

beforeAll(async () => {
  mkdirSync(join(h5Folder, 'js'))
  writeFileSync(join(h5Folder, 'index.html'), '<!doctype html><title>工会目标考核</title>')
  writeFileSync(join(h5Folder, 'js', 'app.3f2a91bc.js'), `const words = ${JSON.stringify('考核'.repeat(2000))}`)
  writeFileSync(join(h5Folder, '..', 'outside.txt'), 'secret')
  test = await startTestCloud({
    h5Folder,
    pages: { '/phone': (_request, response) => void response.end('the phone') },
  })
})
afterAll(async () => {
  await test.end()
  rmSync(h5Folder, { recursive: true })
  rmSync(join(h5Folder, '..', 'outside.txt'))
})

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${test.cloud.address}${path}`, { headers })

describe('the H5 page', () => {
  it('is served at / and at every address of its screens, never cached', async () => {
    for (const path of ['/', '/index.html', '/unit/sheet?id=1']) {
      const response = await get(path)
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(response.headers.get('cache-control')).toBe('no-cache')
      expect(await response.text()).toContain('工会目标考核')
    }
  })

  it('has its files compressed, with a long life where their names hold a hash', async () => {
    const response = await get('/js/app.3f2a91bc.js', { 'accept-encoding': 'gzip' })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect(Number(response.headers.get('content-length'))).toBeLessThan(1000)
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(await response.text()).toHaveLength(4016)
    expect(
      (await get('/js/app.3f2a91bc.js', { 'accept-encoding': 'identity' })).headers.get('content-encoding'),
    ).toBeNull()
  })

  it('shows nothing outside its folder', async () => {
    for (const path of ['/missing.js', '/..%2foutside.txt', '/%2e%2e/outside.txt', '/js%00']) {
      expect(await (await get(path)).text()).not.toContain('secret')
    }
    expect((await get('/missing.js')).status).toBe(404)
  })
})

it('serves the pages that its starter gives it', async () => {
  expect(await (await get('/phone')).text()).toBe('the phone')
})

it('reports a busy port with what to do', async () => {
  const port = Number(new URL(test.cloud.address).port)
  await expect(startTestCloud({ port })).rejects.toMatchObject({
    code: 'port-in-use',
    message: expect.stringContaining(`端口 ${port} 已被另一个程序占用`),
  })
})

it('refuses a data folder that is in use', async () => {
  await expect(startTestCloud({ dataFolder: test.dataFolder })).rejects.toMatchObject({
    code: 'data-in-use',
    message: expect.stringContaining('正被另一个程序使用'),
  })
})

it.each<[string, Parameters<typeof startTestCloud>[0]]>([
  ['function', { functionRules: { '*': { invoke: 'auth.loginType != "ANONYMOUS"' } } }],
  ['storage', { storageRules: { read: true, write: 'auth != null || true' } }],
])('refuses a %s rule that it would not enforce', async (_what, options) => {
  await expect(startTestCloud(options)).rejects.toThrow('does not know this clause')
})
