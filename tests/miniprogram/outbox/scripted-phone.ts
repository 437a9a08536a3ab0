import type { SavedAssessment } from '#shared/contract/assessment-contract'
import { problem } from '#shared/errors/problems'
import type { Ask } from '../../../miniprogram/backend/make-ask'
import type { OutboxMeans } from '../../../miniprogram/outbox/means'
import { type Outbox, openOutbox } from '../../../miniprogram/outbox/outbox'
import type { UploadOutcome } from '../../../miniprogram/platform/capabilities'
import type { ScriptedCounty } from './scripted-county'

/**
 * What happens to one thing sent: it arrives and is answered; it is lost on the way there, or its answer on the way
 * back; the county is busy; the program is killed before it goes out, or after it has arrived.
 */
export type Fate = 'answered' | 'lost' | 'answer-lost' | 'busy' | 'killed-before' | 'killed-after'
/** For scripts by chance: half of what is sent arrives, or a material's long way would hardly ever get to its end. */
export const fates: Fate[] = [
  ...Array.from({ length: 5 }, () => 'answered' as const),
  ...(['lost', 'answer-lost', 'busy', 'killed-before', 'killed-after'] as const),
]

/** A phone whose network and life follow a script; its storage outlives the program, as on a real one. */
export class ScriptedPhone {
  readonly stored = new Map<string, string>()
  readonly removedFiles: string[] = []
  /** Saved files that the system of the phone has removed. */
  readonly gone = new Set<string>()
  /** Every call as it went out, in order. */
  readonly calls: { request: string; input: string }[] = []
  outbox: Outbox
  /** Bytes of storage the phone takes. */
  room = Number.POSITIVE_INFINITY
  onSaved: (saved: SavedAssessment) => void = () => {}
  /** By this phone's clock. */
  clock = 1000
  uploadsAtOnce = 0
  mostUploadsAtOnce = 0
  private life = 0
  private ended: () => void = () => {}
  private end: Promise<void> = Promise.resolve()
  private count = 0

  constructor(
    readonly county: ScriptedCounty,
    readonly script: Fate[] = [],
  ) {
    this.outbox = this.start()
  }

  /** Sends everything now. Where the script kills the program, it is started again from what was stored. */
  async flush(): Promise<void> {
    const life = this.life
    await Promise.race([this.outbox.flush(), this.end])
    if (this.life !== life) this.outbox = this.start()
  }

  kill(): void {
    this.life += 1
    this.ended()
    this.outbox.close()
    this.outbox = this.start()
  }

  /** What this life of the program works with. */
  get means(): OutboxMeans {
    return this.meansOf(this.life)
  }

  private start(): Outbox {
    this.life += 1
    this.end = new Promise(resolve => {
      this.ended = resolve
    })
    return openOutbox('box', this.meansOf(this.life))
  }

  private meansOf(life: number): OutboxMeans {
    const isAlive = () => this.life === life
    return {
      storage: {
        read: key => parse(this.stored.get(key)),
        remove: key => this.stored.delete(key),
        write: (key, value) => {
          if (!isAlive()) throw new Error('the program is dead')
          const text = JSON.stringify(value)
          if (text.length > this.room) return 'full'
          this.stored.set(key, text)
          return 'written'
        },
      },
      ask: this.ask(isAlive),
      upload: ({ path, ticket }) => ({
        outcome: this.gone.has(path) ? Promise.resolve('lost') : this.upload(isAlive, ticket.path),
        abort: () => {},
      }),
      removeFile: async path => {
        if (isAlive()) this.removedFiles.push(path)
      },
      now: () => this.clock,
      serverNow: () => 2000,
      newId: () => {
        this.count += 1
        return `operation-${String(this.count).padStart(10, '0')}`
      },
      random: () => 0.5,
      // The test itself says when to send.
      later: () => () => {},
      isOnline: () => true,
      makeRoom: () => {},
      onSaved: (_, saved) => this.onSaved(saved),
      onMaterials: () => {},
    }
  }

  private ask(isAlive: () => boolean): Ask {
    const carry = async (request: Parameters<Ask>[0], input: object) => {
      const arrived = await this.carry(isAlive, () => {
        this.calls.push({ request, input: JSON.stringify(input) })
        return this.county.answer(request, input)
      })
      if (arrived === 'busy') return { ok: false, problem: problem('server.busy') }
      if (arrived === 'lost') return { ok: false, problem: problem('network.unreachable') }
      return arrived.ok ? { ...arrived, serverTime: 2000 } : arrived
    }
    return carry as Ask
  }

  private async upload(isAlive: () => boolean, path: string): Promise<UploadOutcome> {
    // What a killed program would have begun next is no upload.
    if (!isAlive()) return forever()
    this.uploadsAtOnce += 1
    this.mostUploadsAtOnce = Math.max(this.mostUploadsAtOnce, this.uploadsAtOnce)
    const arrived = await this.carry(isAlive, () => this.county.upload(path))
    this.uploadsAtOnce -= 1
    return arrived === 'busy' || arrived === 'lost' ? 'unreachable' : arrived
  }

  private async carry<Answer>(isAlive: () => boolean, deliver: () => Answer): Promise<Answer | 'busy' | 'lost'> {
    if (!isAlive()) return forever()
    const fate = this.script.shift() ?? 'answered'
    // On its way; the person may type meanwhile.
    await Promise.resolve()
    if (!isAlive()) return forever()
    if (fate === 'killed-before') return this.die()
    if (fate === 'lost' || fate === 'busy') return fate
    const answer = deliver()
    await Promise.resolve()
    if (!isAlive()) return forever()
    if (fate === 'killed-after') return this.die()
    return fate === 'answer-lost' ? 'lost' : answer
  }

  private die(): Promise<never> {
    this.life += 1
    this.uploadsAtOnce = 0
    this.ended()
    return forever()
  }
}

function forever(): Promise<never> {
  return new Promise(() => {})
}

function parse(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text)
}
