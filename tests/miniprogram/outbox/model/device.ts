import { makeAsk } from '../../../../miniprogram/backend/make-ask'
import type { OutboxMeans } from '../../../../miniprogram/outbox/means'
import { type Outbox, openOutbox } from '../../../../miniprogram/outbox/outbox'
import type { WriteFate } from './arbitrary-history'
import { forever, type Network } from './network'

/** The program ends in the middle of something; nothing after it happens. */
class Killed extends Error {}

/** A phone or a computer: its storage outlives the program, which may be killed at any moment. */
export class Device {
  outbox: Outbox
  /** The revisions that its pages show. */
  readonly shown = new Map<string, number>()
  /** Words of others that its pages have shown. */
  readonly seen = new Set<string>()
  onNewId: (id: string) => void = () => {}
  /** How often it was killed, by when. */
  readonly kills = new Map<string, number>()
  private readonly stored = new Map<string, string>()
  private life = 0
  private started = 0
  private count = 0
  private sending: Promise<unknown> = Promise.resolve()
  /** Calls that are carried at this moment; slow ones are not. */
  private active = 0

  constructor(
    readonly openid: string,
    private readonly name: string,
    private readonly network: Network,
    private readonly writes: WriteFate[],
  ) {
    this.outbox = this.start()
  }

  /** Sends; answers when nothing is under way, or all of it waits for slow answers, or the program was killed. */
  send(): Promise<void> {
    this.sending = this.outbox.flush().catch(this.ignoreKill)
    return this.settle()
  }

  /** Goes on with the answers that have arrived, as far as that goes. */
  async settle(): Promise<void> {
    let isDone = false
    void this.sending.then(() => {
      isDone = true
    })
    // Everything between two calls happens within a turn of the event loop.
    for (let quiet = 0; !isDone && quiet < 2 && this.isRunning(); quiet = this.active === 0 ? quiet + 1 : 0) {
      await new Promise(resolve => setImmediate(resolve))
    }
    if (!this.isRunning()) this.outbox = this.start()
  }

  /** A tap of the person. False where the program was killed before the tap was on the phone. */
  tap(act: (outbox: Outbox) => void): boolean {
    try {
      act(this.outbox)
      return true
    } catch (reason) {
      this.ignoreKill(reason)
      this.outbox = this.start()
      return reason instanceof Killed && reason.message === 'killed-after'
    }
  }

  kill(when = 'at rest'): void {
    this.kills.set(when, (this.kills.get(when) ?? 0) + 1)
    this.life += 1
    this.active = 0
    this.outbox.close()
  }

  restart(): void {
    this.kill()
    this.outbox = this.start()
  }

  private readonly ignoreKill = (reason: unknown) => {
    if (!(reason instanceof Killed)) throw reason
  }

  private isRunning(): boolean {
    return this.life === this.started
  }

  private start(): Outbox {
    this.life += 1
    this.started = this.life
    return openOutbox('box', this.means(this.life))
  }

  private means(life: number): OutboxMeans {
    const isAlive = () => this.life === life
    const kill = (when: string) => {
      if (isAlive()) this.kill(when)
    }
    const busy = (change: 1 | -1) => {
      if (isAlive()) this.active += change
    }
    const sender = { openid: this.openid, kill, busy }
    const { ask } = makeAsk({
      callFunction: async call => {
        if (!isAlive()) return forever()
        busy(1)
        const answer = await this.network.carry(sender, call)
        busy(-1)
        return isAlive() ? answer : forever()
      },
      newId: this.newId,
      now: () => 1000,
      clockOffset: { read: () => 0, keep: () => {} },
      onEnded: () => {},
    })
    return {
      storage: {
        read: key => parse(this.stored.get(key)),
        write: (key, value) => this.write(isAlive, key, value),
        remove: key => this.stored.delete(key),
      },
      ask,
      upload: () => ({ outcome: Promise.resolve('lost'), abort: () => {} }),
      removeFile: async () => {},
      now: () => 1000,
      serverNow: () => 2000,
      newId: this.newId,
      random: () => 0.5,
      // The history says when to send.
      later: () => () => {},
      isOnline: () => true,
      makeRoom: () => {},
      onSaved: (_, { items }) => {
        for (const [itemId, { self }] of Object.entries(items)) {
          this.shown.set(itemId, self?.revision ?? 0)
          if (self) this.seen.add(self.remark)
        }
      },
      onMaterials: () => {},
    }
  }

  private readonly newId = () => {
    this.count += 1
    const id = `${this.name}-${String(this.count).padStart(10, '0')}`
    this.onNewId(id)
    return id
  }

  private write(isAlive: () => boolean, key: string, value: unknown): 'written' {
    if (!isAlive()) throw new Killed('killed-before')
    const fate = this.writes.shift() ?? 'written'
    if (fate !== 'killed-before') this.stored.set(key, JSON.stringify(value))
    if (fate === 'written') return 'written'
    this.kill(fate)
    throw new Killed(fate)
  }
}

function parse(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text)
}
