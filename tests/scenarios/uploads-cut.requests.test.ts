import { createHash, randomBytes } from 'node:crypto'
import { problem } from '#shared/errors/problems'
import type { Ask } from '../../miniprogram/backend/make-ask'
import type { LocalFile } from '../../miniprogram/outbox/box'
import type { OutboxMeans } from '../../miniprogram/outbox/means'
import { type Outbox, openOutbox } from '../../miniprogram/outbox/outbox'
import { upload } from '../../miniprogram/platform/upload.weapp'
import { type County, cycleId, startCounty } from '../support/county'
import { deleteAsClient, upload as putAsClient } from '../support/county/files'
import { newId } from '../support/county/sheets'
import { type Cut, type CuttingProxy, openCuttingProxy } from '../support/cutting-proxy'
import { jpeg } from '../support/hostile-files'
import { wxUploads } from '../support/wx-upload'

// The real outbox, the platform's own upload, the real requests, real bytes over a wire that is cut.

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { cloud: { uploadFile: jest.requireActual('../support/wx-upload').wxUploads.uploadFile } },
}))

const filler = 'filler-township-a'
const sheetKey = `${cycleId}:township-a`
let county: County
let wire: CuttingProxy

beforeAll(async () => {
  county = await startCounty()
  wire = await openCuttingProxy(Number(new URL(county.cloud.address).port))
  Object.assign(wxUploads, { port: wire.port, openid: filler })
})
afterAll(async () => {
  await wire.close()
  await county.close()
})

/** A JPEG with so many bytes of pixels, no two alike. */
function noise(size: number): Buffer {
  const whole = jpeg(600, 800)
  const pixels = randomBytes(size).map(byte => (byte === 0xff ? 0 : byte))
  return Buffer.concat([whole.subarray(0, -2), pixels, whole.subarray(-2)])
}

const uses = { full: 200_000, thumbnail: 8_000 }
function onPhone(use: keyof typeof uses): { path: string; bytes: number; sha256: string } {
  const content = noise(uses[use])
  const path = `${use}-${newId()}`
  wxUploads.files.set(path, content)
  return { path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }
}

const page = (): LocalFile => ({ ...onPhone('full'), type: 'image/jpeg', thumbnail: onPhone('thumbnail') })

/** A phone: its storage outlives the program. `dies` holds back what storage answered, as a program that was killed. */
class CutPhone {
  private readonly stored = new Map<string, unknown>()
  dies = false
  private ended: () => void = () => undefined
  private end = this.untilKilled()
  outbox: Outbox = this.start()

  start(): Outbox {
    const isCurrent = () => this.outbox === outbox
    const ask: Ask = async (request, input) => {
      const reply = await county
        .as(filler)
        .ask(request, input)
        .catch(() => null)
      return reply ?? { ok: false, problem: problem('network.unreachable') }
    }
    const means: OutboxMeans = {
      storage: {
        read: key => this.stored.get(key),
        remove: key => this.stored.delete(key),
        write: (key, value) => {
          if (isCurrent() || this.outbox === undefined) this.stored.set(key, structuredClone(value))
          return 'written'
        },
      },
      ask,
      upload: order => {
        const running = upload({ ...order, ticket: { ...order.ticket, put: null } })
        if (!this.dies) return running
        this.dies = false
        return { ...running, outcome: running.outcome.then(() => this.kill()) }
      },
      removeFile: async path => void wxUploads.files.delete(path),
      now: Date.now,
      serverNow: Date.now,
      newId,
      random: Math.random,
      later: () => () => undefined,
      isOnline: () => true,
      makeRoom: () => undefined,
      onSaved: () => undefined,
      onMaterials: () => undefined,
    }
    const outbox = openOutbox('box', means)
    return outbox
  }

  private kill(): Promise<never> {
    this.ended()
    this.end = this.untilKilled()
    this.outbox.close()
    this.outbox = this.start()
    return new Promise(() => undefined)
  }

  private untilKilled(): Promise<void> {
    return new Promise(resolve => {
      this.ended = resolve
    })
  }

  /** Until nothing waits; answers how many attempts it took. */
  async sendAll(): Promise<number> {
    for (let attempt = 1; attempt < 6; attempt += 1) {
      const mine = this.outbox
      await Promise.race([mine.flush(), this.end])
      if (this.outbox.isSent(sheetKey)) return attempt
    }
    throw new Error('it never arrived')
  }
}

/** All that storage holds of this unit's uploads, and of what came in. */
const stored = () => county.cloud.storage.paths().filter(path => /^(incoming|materials)\//.test(path))

/** Two goes of the sweep, a day and some minutes after every ticket ran out. */
async function sweep(): Promise<void> {
  const tickets = county.database.collection('upload-tickets')
  await tickets.where({ expiresAt: county.database.command.gt(1) }).update({ expiresAt: 1 })
  await county.cloud.fireTimer('clock')
  await tickets.where({ closedAt: county.database.command.gt(1) }).update({ closedAt: 1 })
  await county.cloud.fireTimer('clock')
}

/** Every registered file, with what storage has of it. */
async function filesOfSheet(): Promise<{ path: string; sha256: string | null }[]> {
  const { materials } = await county.stored('township-a')
  const files = Object.values(materials).flatMap(material => material.files)
  return files.flatMap(({ fileId, thumbnailId, sha256 }) => [
    { path: pathOf(fileId), sha256 },
    ...(thumbnailId ? [{ path: pathOf(thumbnailId), sha256: null }] : []),
  ])
}
const digestOf = async (path: string) =>
  createHash('sha256')
    .update((await county.cloud.storage.read(path)) ?? '')
    .digest('hex')
const pathOf = (fileId: string) => fileId.slice(fileId.indexOf('/materials/') + 1)

const shares = Array.from({ length: 11 }, (_, tenth) => tenth / 10)
const cuts: [string, (size: number) => Cut | 'killed'][] = [
  ...shares.map((share): [string, (size: number) => Cut] => [
    `at ${share * 100} %`,
    size => ({ afterBytes: Math.floor((size - 1) * share) }),
  ]),
  ['when all has arrived, before storage’s answer comes back', () => 'before-answer'],
  ['when storage has answered, before the phone noted it', () => 'killed'],
]

it.each(cuts)(
  'an upload cut %s is taken up again: nothing is missing, nothing is left behind',
  async (_where, cutOf) => {
    const phone = new CutPhone()
    const before = (await filesOfSheet()).length
    const pages = [page(), page()]
    const { materialId } = phone.outbox.addMaterial(sheetKey, {
      description: { name: '会议照片', documentNumber: '', date: '', whereabouts: '' },
      files: pages,
      items: [],
    })
    const cut = cutOf(pages[0]?.bytes ?? 0)
    if (cut === 'killed') phone.dies = true
    else wire.cutNext(cut)
    const sentBefore = wxUploads.sent
    expect(await phone.sendAll()).toBe(2)
    // What had been acknowledged is not sent again: one upload more than there are files.
    expect(wxUploads.sent - sentBefore).toBe(5)
    const { materials } = await county.stored('township-a')
    expect(materials[materialId]?.files.map(({ sha256 }) => sha256)).toEqual(pages.map(({ sha256 }) => sha256))
    expect(await filesOfSheet()).toHaveLength(before + 4)
  },
)

it('after registration the uploader overwrites and deletes the incoming paths, and tries the stored ones: the materials are unchanged', async () => {
  const registered = await filesOfSheet()
  const digests = () => Promise.all(registered.map(({ path }) => digestOf(path)))
  const before = await digests()
  const { data: tickets } = await county.database.collection('upload-tickets').limit(1000).get()
  const { materials } = await county.stored('township-a')
  const [fileId = ''] = Object.values(materials).flatMap(({ files }) => files.map(file => file.fileId))
  const bucket = fileId.slice(0, fileId.indexOf('materials/'))
  const incoming = tickets.map(({ path }) => `${bucket}${path}`)
  for (const { path } of tickets) await putAsClient(county, filler, path, noise(8))
  expect(await deleteAsClient(county, filler, incoming)).toEqual(incoming)

  const own = registered.map(({ path }) => `${bucket}${path}`)
  expect(await deleteAsClient(county, filler, own)).toEqual([])
  for (const { path } of registered)
    expect(await putAsClient(county, filler, path, noise(8))).toMatchObject({ errCode: -503002 })

  expect(await filesOfSheet()).toEqual(registered)
  expect(await digests()).toEqual(before)
})

it('an upload that nobody registered and what the uploader wrote afterwards are swept, what is registered stays as it was', async () => {
  const registered = await filesOfSheet()
  const tickets = await county.database.collection('upload-tickets').limit(1000).get()
  // After registration the uploader overwrites every path it ever had, and deletes one.
  for (const { path } of tickets.data) await putAsClient(county, filler, path, noise(8))
  const other = await county.as(filler).get('material.ticket', {
    cycleId,
    unitId: 'township-a',
    files: [{ use: 'picture', type: 'image/png', bytes: 10, sha256: '0'.repeat(64) }],
  })
  await putAsClient(county, filler, other.tickets[0]?.path ?? '', noise(8))
  await county.arrange('township-a', { selfOpenUntil: 1, reviewOpenUntil: 1 })
  expect(stored().filter(path => path.startsWith('incoming/')).length).toBeGreaterThan(tickets.data.length)

  await sweep()

  expect(await filesOfSheet()).toEqual(registered)
  expect(stored().sort()).toEqual(registered.map(({ path }) => path).sort())
  for (const { path, sha256 } of registered.filter(file => file.sha256 !== null))
    expect(await digestOf(path)).toBe(sha256)
  expect((await county.database.collection('upload-tickets').get()).data).toEqual([])
})
