import type { Call, Reply } from '#shared/contract/envelope'
import type { NearCounty } from '../../../support/county/near-county'
import type { CallFate } from './arbitrary-history'

type Answer = Reply | 'unreachable'

/** Told of every call that arrived, in the order in which the county took it up, with what it answered. */
export type OnArrival = (openid: string, call: Call, reply: Reply) => void

/** What a device must suffer for a fate. */
export interface Sender {
  openid: string
  kill(when: CallFate): void
  /** Told −1 when it begins to wait for an answer that takes its time, so that nobody waits with it, and 1 at its end. */
  busy(change: 1 | -1): void
}

/** The way between the phones and the county, which loses, delays, repeats and reorders. */
export class Network {
  /** Under way, in the order of sending; which of them arrives next is up to the history. */
  private readonly underWay: (() => Promise<void>)[] = []
  readonly met = new Map<CallFate, number>()

  constructor(
    private readonly county: NearCounty,
    private readonly fates: CallFate[],
    private readonly onArrival: OnArrival,
  ) {}

  /** From here on everything arrives and is answered. */
  calm(): void {
    this.fates.length = 0
  }

  async carry(sender: Sender, call: Call): Promise<Answer> {
    const fate = this.fates.shift() ?? 'answered'
    this.met.set(fate, (this.met.get(fate) ?? 0) + 1)
    switch (fate) {
      case 'answered':
        return this.deliver(sender, call)
      case 'lost':
        return 'unreachable'
      case 'answer-lost':
        await this.deliver(sender, call)
        return 'unreachable'
      case 'slow':
        return this.slowly(sender, call)
      case 'late':
        this.underWay.push(async () => void (await this.deliver(sender, call)))
        return 'unreachable'
      case 'twice': {
        const [, second] = await Promise.all([this.deliver(sender, call), this.deliver(sender, call)])
        return second
      }
      case 'again-later':
        this.underWay.push(async () => void (await this.deliver(sender, call)))
        return this.deliver(sender, call)
      case 'killed-before-send':
        sender.kill(fate)
        return forever()
      case 'killed-after-send':
        this.underWay.push(async () => void (await this.deliver(sender, call)))
        sender.kill(fate)
        return forever()
      case 'killed-before-answer':
        await this.deliver(sender, call)
        sender.kill(fate)
        return forever()
    }
  }

  /** One of what is under way arrives; the `which`-th, so that it may overtake others. False where nothing is. */
  async arrive(which: number): Promise<boolean> {
    const [next] = this.underWay.splice(which % Math.max(1, this.underWay.length), 1)
    await next?.()
    return next !== undefined
  }

  private async deliver({ openid }: Sender, call: Call): Promise<Reply> {
    const reply = await this.county.call(openid, call)
    this.onArrival(openid, call, reply)
    return reply
  }

  private slowly(sender: Sender, call: Call): Promise<Answer> {
    sender.busy(-1)
    return new Promise(resolve => {
      this.underWay.push(async () => {
        const reply = await this.deliver(sender, call)
        sender.busy(1)
        resolve(reply)
      })
    })
  }
}

export function forever(): Promise<never> {
  return new Promise(() => {})
}
