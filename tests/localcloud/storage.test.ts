import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { refusalOf, startTestCloud, type TestCloud } from './test-cloud'

let test: TestCloud
beforeEach(async () => {
  test = await startTestCloud()
})
afterEach(() => test.end())

const idOf = (path: string) => `cloud://county-test.636f-county-test-1300000000/${path}`
const upload = (path: string, text: string) => test.app.uploadFile({ cloudPath: path, fileContent: Buffer.from(text) })
const contentOf = async (path: string) => String(await test.cloud.storage.read(path))

async function addressOf(path: string, maxAge = 60): Promise<string> {
  const { fileList } = await test.app.getTempFileURL({ fileList: [{ fileID: idOf(path), maxAge }] })
  return fileList[0]?.tempFileURL ?? ''
}

async function ticketFor(path: string) {
  const { data } = await test.app.getUploadMetadata({ cloudPath: path })
  const headers = {
    authorization: data.authorization,
    'x-cos-security-token': data.token,
    'x-cos-meta-fileid': data.cosFileId,
  }
  return { url: data.url, fileId: data.fileId, headers }
}

async function wechat(name: string, body: BodyInit, query = '') {
  const response = await fetch(`${test.cloud.address}/wechat/${name}${query}`, { method: 'POST', body })
  return response.json()
}
const clientUpload = (openid: string, path: string, text: string) =>
  wechat('upload-file', text, `?${new URLSearchParams({ openid, path })}`)

describe('a server', () => {
  it('uploads, downloads, looks, and deletes anywhere', async () => {
    const path = 'materials/2026/会议 记录.txt'
    expect(await upload(path, '内容')).toEqual({ fileID: idOf(path) })
    expect(String((await test.app.downloadFile({ fileID: idOf(path) })).fileContent)).toBe('内容')
    const { fileList } = await test.app.getFileInfo({ fileList: [idOf(path)] })
    expect(fileList[0]).toMatchObject({ code: 'SUCCESS', size: 6, mime: 'text/plain' })
    await upload(path, 'changed')
    expect(await contentOf(path)).toBe('changed')
    expect((await test.app.deleteFile({ fileList: [idOf(path), idOf('none')] })).fileList).toEqual([
      { code: 'SUCCESS', fileID: idOf(path) },
      { code: 'STORAGE_FILE_NONEXIST', fileID: idOf('none') },
    ])
    expect(test.cloud.storage.paths()).toEqual([])
    expect(readdirSync(join(test.dataFolder, 'files'))).toEqual([])
  })

  it('moves and copies, and says what is missing', async () => {
    await upload('incoming/a.png', 'picture')
    const moved = { srcPath: 'incoming/a.png', dstPath: 'materials/a.png', removeOriginal: true }
    expect((await test.app.copyFile({ fileList: [moved] })).fileList).toMatchObject([
      { code: 'SUCCESS', fileId: idOf('materials/a.png') },
    ])
    expect(test.cloud.storage.paths()).toEqual(['materials/a.png'])
    await test.app.copyFile({ fileList: [{ srcPath: 'materials/a.png', dstPath: 'copies/a.png' }] })
    expect(await contentOf('copies/a.png')).toBe('picture')
    const again = await test.app.copyFile({
      fileList: [{ srcPath: 'copies/a.png', dstPath: 'materials/a.png', overwrite: false }, moved],
    })
    expect(again.fileList.map(({ code }) => code)).toEqual(['STORAGE_FILE_EXIST', 'STORAGE_FILE_NONEXIST'])
  })

  it('gets at most 50 addresses a call', async () => {
    const fileList = Array.from({ length: 51 }, (_, number) => idOf(`${number}`))
    expect((await refusalOf(test.app.getTempFileURL({ fileList }))).code).toBe('INVALID_PARAM')
    expect((await test.app.getTempFileURL({ fileList: fileList.slice(1) })).fileList).toHaveLength(50)
  })

  it.each(['', '../a', 'a//b', '/a', 'a?b', 'a%41', 'a/./b'])('cannot write at %j', async path => {
    expect((await refusalOf(upload(path, 'x'))).code).toBe('INVALID_PARAM')
  })

  it('finds everything again after a restart', async () => {
    await upload('materials/a.txt', 'kept')
    await test.restart()
    expect(await contentOf('materials/a.txt')).toBe('kept')
  })
})

describe('an address for reading', () => {
  it('answers with the type, and only with its signature and in its time', async () => {
    await upload('materials/a.png', 'picture')
    const address = await addressOf('materials/a.png', 1)
    const response = await fetch(address)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(await response.text()).toBe('picture')
    expect((await fetch(address.replace(/\?.*/, ''))).status).toBe(403)
    expect((await fetch(address.replace(/t=\d+/, 't=9999999999'))).status).toBe(403)
    expect((await fetch(address.replace('a.png', 'b.png'))).status).toBe(403)
    await new Promise(resolve => setTimeout(resolve, 2100))
    expect((await fetch(address)).status).toBe(403)
  })

  it('answers 404 once the file is gone', async () => {
    await upload('materials/a.png', 'picture')
    const address = await addressOf('materials/a.png')
    await test.app.deleteFile({ fileList: [idOf('materials/a.png')] })
    expect((await fetch(address)).status).toBe(404)
    expect(await addressOf('materials/a.png')).toBe('')
  })
})

describe('a ticket for writing', () => {
  it('lets a browser put one file at one path', async () => {
    const { url, fileId, headers } = await ticketFor('incoming/one.jpg')
    const allowed = await fetch(url, { method: 'OPTIONS', headers: { 'access-control-request-method': 'PUT' } })
    expect(allowed.headers.get('access-control-allow-headers')).toContain('x-cos-security-token')
    const answer = await fetch(url, {
      method: 'PUT',
      headers: { ...headers, 'content-type': 'image/jpeg' },
      body: 'jpeg',
    })
    expect([answer.status, await answer.text()]).toEqual([200, ''])
    expect(fileId).toBe(idOf('incoming/one.jpg'))
    expect(test.cloud.storage.find('incoming/one.jpg')).toMatchObject({
      size: 4,
      contentType: 'image/jpeg',
      openid: '',
    })
  })

  it('is refused at another path, with parts missing, and when it has expired', async () => {
    const { url, headers } = await ticketFor('incoming/one.jpg')
    const other = await ticketFor('incoming/two.jpg')
    const put = async (to: string, sent: Record<string, string>) => {
      const answer = await fetch(to, { method: 'PUT', headers: sent, body: 'x' })
      return [answer.status, /<Code>(.*)<\/Code>/.exec(await answer.text())?.[1]]
    }
    expect(await put(other.url, headers)).toEqual([403, 'SignatureDoesNotMatch'])
    expect(await put(url, {})).toEqual([403, 'SignatureDoesNotMatch'])
    expect(await put(url, { ...headers, 'x-cos-security-token': other.headers['x-cos-security-token'] })).toEqual([
      403,
      'InvalidSecurity',
    ])
    expect(await put(url, { ...headers, 'x-cos-meta-fileid': '' })).toEqual([403, 'AccessDenied'])
    const later = Date.now() + 901_000
    jest.spyOn(Date, 'now').mockReturnValue(later)
    try {
      expect(await put(url, headers)).toEqual([403, 'RequestIsExpired'])
    } finally {
      jest.restoreAllMocks()
    }
    expect(test.cloud.storage.paths()).toEqual([])
  })

  it('is refused for a file that is too large, which leaves nothing behind', async () => {
    const { url, headers } = await ticketFor('incoming/large.bin')
    const answer = await fetch(url, { method: 'PUT', headers, body: Buffer.alloc(50 * 1024 * 1024 + 1) })
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('EntityTooLarge')])
    expect(readdirSync(join(test.dataFolder, 'files'))).toEqual([])
  })
})

describe('a mini-program', () => {
  it('writes below incoming/, and only what is its own', async () => {
    expect(await clientUpload('chair', 'incoming/a.txt', 'mine')).toMatchObject({
      errMsg: 'cloud.uploadFile:ok',
      fileID: idOf('incoming/a.txt'),
    })
    expect(await clientUpload('chair', 'incoming/a.txt', 'mine again')).toMatchObject({ errMsg: 'cloud.uploadFile:ok' })
    const denied = { errCode: -503002, code: 'STORAGE_PERMISSION_DENIED' }
    expect(await clientUpload('other', 'incoming/a.txt', 'theirs')).toMatchObject(denied)
    expect(await clientUpload('chair', 'materials/a.txt', 'registered')).toMatchObject(denied)
    expect(await clientUpload('chair', 'incoming', 'x')).toMatchObject(denied)
    expect(await clientUpload('', 'incoming/b.txt', 'nobody')).toMatchObject(denied)
    expect(await contentOf('incoming/a.txt')).toBe('mine again')
  })

  it('cannot reach a file that a server has moved away, nor write where a server wrote', async () => {
    await clientUpload('chair', 'incoming/a.txt', 'registered')
    await test.app.copyFile({
      fileList: [{ srcPath: 'incoming/a.txt', dstPath: 'materials/a.txt', removeOriginal: true }],
    })
    await clientUpload('chair', 'incoming/a.txt', 'swapped')
    expect(await contentOf('materials/a.txt')).toBe('registered')
    await upload('incoming/server.txt', 'server')
    expect(await clientUpload('chair', 'incoming/server.txt', 'x')).toMatchObject({ errCode: -503002 })
  })

  it('deletes and reads only its own files', async () => {
    await clientUpload('chair', 'incoming/a.txt', 'mine')
    const fileList = [idOf('incoming/a.txt')]
    const ask = async (name: string, openid: string) =>
      (await wechat(name, JSON.stringify({ openid, fileList }))).fileList[0]
    expect(await ask('get-temp-file-url', 'other')).toMatchObject({ status: -503002, tempFileURL: '' })
    expect(await (await fetch((await ask('get-temp-file-url', 'chair')).tempFileURL)).text()).toBe('mine')
    expect(await ask('delete-file', 'other')).toMatchObject({ status: -503002 })
    expect(await ask('delete-file', 'chair')).toMatchObject({ status: 0 })
    expect(await ask('delete-file', 'chair')).toMatchObject({ status: -503003 })
  })
})
