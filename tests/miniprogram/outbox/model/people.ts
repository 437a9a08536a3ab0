import { devices, type History, itemIds, type Step } from './arbitrary-history'
import { Device } from './device'
import type { ModelCounty } from './model-county'
import type { Network } from './network'

export const cycleId = '2026'
export const unitId = 'township-a'
const SHEET = `${cycleId}:${unitId}`
/** A filler with a phone and a computer, and the chair. */
const owners = ['filler-township-a', 'filler-township-a', 'chair-township-a']

interface Paper {
  name: string
  items: Set<string>
}

/** What one person's machine has entered. Every filling and every paper is told apart by its words. */
class Entered {
  /** What was typed last of each item and is not given up. */
  readonly latest = new Map<string, string>()
  readonly order: string[] = []
  readonly papers = new Map<string, Paper>()
}

interface Machine {
  device: Device
  entered: Entered
}

/** Two people with three machines on one sheet, doing what the history says. */
export class People {
  readonly machines: Machine[]
  private count = 0

  constructor(
    private readonly network: Network,
    private readonly county: ModelCounty,
    private readonly writes: History['writes'],
  ) {
    this.machines = devices.map(at => ({
      device: new Device(owners[at] ?? '', `device${at}`, network, writes),
      entered: new Entered(),
    }))
  }

  async act({ act, device: at, item, which }: Step): Promise<void> {
    const machine = this.machines[at]
    if (!machine) return
    const { device } = machine
    switch (act) {
      case 'fill':
        return this.fill(machine, item)
      case 'send':
        return device.send()
      case 'open-sheet':
        return this.openSheet(machine)
      case 'arrive':
        await this.arrive(which)
        return
      case 'kill':
        return device.restart()
      case 'keep-mine':
      case 'take-theirs':
        return this.resolve(machine, item, act)
      default:
        return this.sortPapers(machine, act, item, which)
    }
  }

  /** What is under way arrives, everything that waits goes out, and every conflict is decided. */
  async settle(): Promise<void> {
    this.writes.length = 0
    while (await this.arrive(0));
    for (let round = 0; round < 8 && this.machines.some(({ device }) => !isEmpty(device)); round += 1) {
      for (const machine of this.machines) {
        for (const item of itemIds) this.resolve(machine, item, 'keep-mine')
        await machine.device.send()
        while (await this.arrive(0));
      }
    }
  }

  private async arrive(which: number): Promise<boolean> {
    const arrived = await this.network.arrive(which)
    if (arrived) for (const { device } of this.machines) await device.settle()
    return arrived
  }

  private fill({ device, entered }: Machine, item: string): void {
    const remark = this.words('自评')
    const draft = { score: 50 * (this.count % 3), notApplicable: null, remark }
    // A tap that was killed before it was kept was never said to be kept.
    if (!device.tap(outbox => outbox.fill(SHEET, item, draft, device.shown.get(item) ?? 0))) return
    entered.latest.set(item, remark)
    entered.order.push(remark)
  }

  private openSheet({ device }: Machine): void {
    for (const [item, { revision, remark }] of this.county.items) {
      device.shown.set(item, revision)
      device.seen.add(remark)
    }
  }

  private resolve({ device, entered }: Machine, item: string, choice: 'keep-mine' | 'take-theirs') {
    const trouble = device.outbox.box().selfScores[SHEET]?.[item]?.trouble
    if (trouble?.kind !== 'conflict') return
    if (trouble.theirs) device.seen.add(trouble.theirs.remark)
    const isKept = device.tap(outbox => outbox.resolve(SHEET, item, choice === 'keep-mine' ? 'mine' : 'theirs'))
    if (isKept && choice === 'take-theirs') entered.latest.delete(item)
  }

  private sortPapers({ device, entered }: Machine, act: Step['act'], item: string, which: number) {
    const { papers } = entered
    if (act === 'name-original') {
      const name = this.words('资料')
      let id = ''
      const isKept = device.tap(outbox => {
        const described = { name, documentNumber: '', date: '', whereabouts: '1号盒' }
        device.onNewId = made => {
          id ||= made
        }
        outbox.addMaterial(SHEET, { description: described, files: [], items: [item] })
      })
      device.onNewId = () => {}
      if (isKept) papers.set(id, { name, items: new Set([item]) })
      return
    }
    const [id, paper] = [...papers][which % Math.max(1, papers.size)] ?? []
    if (id === undefined || !paper) return
    // As on the screen: what is linked already is not offered again, and would leave no entry.
    const isLinked = paper.items.has(item)
    if (act === 'link' && !isLinked && device.tap(outbox => outbox.linkMaterials(SHEET, [id], [item]))) {
      paper.items.add(item)
    }
    if (act === 'unlink' && isLinked && device.tap(outbox => outbox.unlinkMaterials(SHEET, [id], [item]))) {
      paper.items.delete(item)
    }
    if (act === 'remove' && device.tap(outbox => outbox.removeMaterial(SHEET, id))) papers.delete(id)
    if (act === 'describe') {
      const name = this.words('资料')
      const described = { name, documentNumber: '', date: '', whereabouts: '1号盒' }
      if (device.tap(outbox => outbox.describeMaterial(SHEET, id, described))) paper.name = name
    }
  }

  private words(kind: string): string {
    this.count += 1
    return `${kind}${this.count}`
  }
}

function isEmpty({ outbox }: Device): boolean {
  const { selfScores, materials } = outbox.box()
  return Object.keys(selfScores).length === 0 && Object.keys(materials).length === 0
}
