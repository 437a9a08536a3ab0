/*
 * The cloud of the proof of imports: a process of its own with the product deployed on it, which can be told to kill
 * itself, or the function's worker, at its n-th call from a function. So a kill hits every step once, not by chance.
 */
import { type IncomingMessage, Server, type ServerResponse } from 'node:http'
import type { LocalCloud } from '../../localcloud/local-cloud'
import { startCloud } from '../support/county/snapshot'

/** Who dies: the whole cloud with everything in it, or the processes that run the functions. */
export type Victim = 'cloud' | 'worker'

/** Whom to kill, at which call of a function to the cloud (from 1), before it is looked at or when it has been answered. */
export interface KillOrder {
  victim: Victim
  call: number
  when: 'before' | 'after'
}

/** What the process is told: to count calls from now on, killing as ordered; or how many there were. */
export type Order = { count: KillOrder | null } | { tell: true }
export type Told = { address: string } | { calls: number }

let calls = 0
let order: KillOrder | null = null
let cloud: LocalCloud | null = null

const emit = Server.prototype.emit
Server.prototype.emit = function (this: Server, event: string, ...parts: unknown[]): boolean {
  if (event === 'request') {
    const [request, response] = parts as [IncomingMessage, ServerResponse]
    if (/^\/(admin|storage)\b/.test(request.url ?? '')) {
      calls += 1
      if (order && calls === order.call) {
        const { victim, when } = order
        if (when === 'before') kill(victim)
        else response.once('finish', () => kill(victim))
      }
    }
  }
  return Reflect.apply(emit, this, [event, ...parts])
}

function kill(victim: Victim): void {
  if (victim === 'cloud') process.kill(process.pid, 'SIGKILL')
  for (const name of ['api', 'documents']) {
    for (const pid of cloud?.workers(name) ?? []) process.kill(pid, 'SIGKILL')
  }
}

process.on('message', (told: Order) => {
  if ('count' in told) {
    calls = 0
    order = told.count
  }
  process.send?.({ calls } satisfies Told)
})

const [, , dataFolder = '', functionsFolder = ''] = process.argv
startCloud(dataFolder, { functionsFolder }).then(started => {
  cloud = started
  process.send?.({ address: started.address } satisfies Told)
})
process.on('disconnect', () => process.exit(0))
