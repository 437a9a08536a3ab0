import type { RequestName, RequestOutput } from '#shared/contract/api-contract'
import type { SavedAssessment, SelfScoreView, Verdict } from '#shared/contract/assessment-contract'
import type { ChangedMaterials, MaterialTickets, RegisterMaterial } from '#shared/contract/material-contract'
import type { AddVisitPicture, SavedVisit, SaveVisit } from '#shared/contract/visit-contract'
import { type Problem, problem } from '#shared/errors/problems'
import type { SelfScoreDraft } from '#shared/scoring/check-self-score'
import { emptyTally } from '#shared/scoring/tally'

type Saved = { kind: 'saved'; operationId: string; itemId: string; revision: number }

interface Applied {
  itemId: string
  draft: SelfScoreDraft
  over: SelfScoreView | null
}

export interface CountyMaterial {
  name: string
  items: string[]
  files: number
}

const summary = { self: emptyTally, supplementsOpen: 0, materials: 0, byDepartment: null }
const standing = { state: 'filling', summary, abilities: {} } as const

/** The county's rules about revisions and operation ids, in memory and small enough to be seen to be right. */
export class ScriptedCounty {
  readonly items = new Map<string, SelfScoreView>()
  readonly materials = new Map<string, CountyMaterial>()
  /** Every self-score of the phone that was applied, in order. */
  readonly applied: Applied[] = []
  readonly drafts = new Map<string, unknown>()
  readonly visitPictures = new Map<string, string>()
  readonly visitNotes = new Map<string, SaveVisit['entries'][number]>()
  readonly returned: string[] = []
  /** What each operation id carried when it first came, and what it was answered. */
  private readonly operations = new Map<string, { body: string; answer: unknown }>()
  private readonly uploaded = new Set<string>()
  private readonly tickets = new Set<string>()
  private count = 0

  /** Refuses a call for what it carries; by default none. */
  refuses: (request: RequestName, body: string) => Problem | null = () => null

  /** The same operation id came with other bytes: must never happen. */
  readonly reused: string[] = []

  /** Somebody else fills an item, on another phone. */
  fillByOther(itemId: string, draft: SelfScoreDraft): void {
    this.put(itemId, draft, '小李')
  }

  /** Ends every ticket, as half an hour does. */
  expireTickets(): void {
    this.tickets.clear()
  }

  upload(path: string): 'uploaded' | 'refused' {
    if (!this.tickets.has(path)) return 'refused'
    this.uploaded.add(path)
    return 'uploaded'
  }

  answer(request: RequestName, input: object): { ok: true; output: unknown } | { ok: false; problem: Problem } {
    const body = JSON.stringify(input)
    const refusal = this.refuses(request, body)
    if (refusal) return { ok: false, problem: refusal }
    switch (request) {
      case 'assessment.save':
        return { ok: true, output: this.save(JSON.parse(body)) }
      case 'review.draft':
        return { ok: true, output: this.keepDrafts(JSON.parse(body)) }
      case 'material.ticket':
      case 'visit.ticket':
        return { ok: true, output: this.giveTickets(JSON.parse(body)) }
      case 'visit.add-picture':
        return this.once(body, () => this.addVisitPicture(JSON.parse(body)))
      case 'visit.save':
        return { ok: true, output: this.keepVisit(JSON.parse(body)) }
      case 'visit.return':
        this.returned.push(body)
        return { ok: true, output: { supplement: { departmentId: 'welfare', reason: '', until: 1, at: 1 } } }
      case 'material.register':
        return this.once(body, () => this.register(JSON.parse(body)))
      default:
        return this.once(body, () => this.changeMaterials(request, JSON.parse(body)))
    }
  }

  private save({
    changes,
  }: {
    changes: ({ operationId: string; itemId: string; revision: number } & SelfScoreDraft)[]
  }) {
    const verdicts = changes.map((change): Verdict<SelfScoreView | null> => {
      const { operationId, itemId, revision, ...draft } = change
      const known = this.operations.get(operationId)
      if (known) {
        if (known.body !== JSON.stringify(change)) this.reused.push(operationId)
        return known.answer as Saved
      }
      const current = this.items.get(itemId) ?? null
      if ((current?.revision ?? 0) !== revision) {
        return { kind: 'stale', operationId, itemId, problem: problem('item.stale', { number: 1 }), current }
      }
      this.applied.push({ itemId, draft, over: current })
      const saved: Saved = { kind: 'saved', operationId, itemId, revision: this.put(itemId, draft, '我') }
      this.operations.set(operationId, { body: JSON.stringify(change), answer: saved })
      return saved
    })
    const items = Object.fromEntries(
      changes.map(({ itemId }) => [itemId, { self: this.items.get(itemId) ?? null, supplement: null, released: null }]),
    )
    const saved: SavedAssessment = { verdicts, items, stage: 'filling', ...standing }
    return saved
  }

  private put(itemId: string, draft: SelfScoreDraft, name: string): number {
    const revision = (this.items.get(itemId)?.revision ?? 0) + 1
    this.items.set(itemId, { ...draft, revision, signature: { name, at: 0, fromPaper: false } })
    return revision
  }

  private keepDrafts({ drafts }: { drafts: { unitId: string; itemId: string }[] }): RequestOutput<'review.draft'> {
    for (const draft of drafts) this.drafts.set(`${draft.unitId}:${draft.itemId}`, draft)
    return { keptAt: 1 }
  }

  private giveTickets({ files }: { files: unknown[] }): MaterialTickets {
    const tickets = files.map(() => {
      this.count += 1
      const path = `incoming/${this.count}`
      this.tickets.add(path)
      return { ticketId: path, path, put: null, expiresAt: Number.MAX_SAFE_INTEGER }
    })
    return { tickets }
  }

  /** A repeated operation gets its first answer and has no second effect. */
  private once(body: string, act: () => ChangedMaterials | Problem) {
    const { operationId }: { operationId: string } = JSON.parse(body)
    const known = this.operations.get(operationId)
    if (known && known.body !== body) this.reused.push(operationId)
    const answer = known ? (known.answer as ChangedMaterials) : act()
    if ('code' in answer) return { ok: false as const, problem: answer }
    this.operations.set(operationId, { body, answer })
    return { ok: true as const, output: answer }
  }

  private addVisitPicture(input: AddVisitPicture): ChangedMaterials | Problem {
    const paths = [input.ticketId, input.thumbnailTicketId ?? []].flat()
    if (paths.some(path => !this.tickets.has(path))) return problem('material.ticket-unknown')
    if (paths.some(path => !this.uploaded.has(path))) return problem('material.not-uploaded')
    if (this.visitPictures.has(input.pictureId)) return problem('material.exists')
    this.visitPictures.set(input.pictureId, input.kind)
    return { materials: {}, ...standing }
  }

  private keepVisit({ entries }: SaveVisit): SavedVisit {
    for (const entry of entries) this.visitNotes.set(`${entry.unitId}:${entry.itemId}`, entry)
    return { verdicts: entries.map(({ operationId }) => ({ kind: 'kept', operationId })), others: [] }
  }

  private register({ materialId, name, items, files }: RegisterMaterial): ChangedMaterials | Problem {
    const paths = files.flatMap(file => [file.ticketId, file.thumbnailTicketId ?? []].flat())
    if (paths.some(path => !this.tickets.has(path))) return problem('material.ticket-unknown')
    if (paths.some(path => !this.uploaded.has(path))) return problem('material.not-uploaded')
    if (this.materials.has(materialId)) return problem('material.exists')
    this.materials.set(materialId, { name, items, files: files.length })
    return { materials: {}, ...standing }
  }

  private changeMaterials(
    request: RequestName,
    input: { materialId?: string; materials?: string[]; items?: string[]; name?: string },
  ): ChangedMaterials | Problem {
    const { materialId, materials = materialId ? [materialId] : [], items = [], name } = input
    const known = materials.map(id => this.materials.get(id))
    if (known.some(material => !material)) return problem('material.unknown')
    for (const id of materials) {
      const before = this.materials.get(id)
      if (!before) continue
      if (request === 'material.remove') this.materials.delete(id)
      else this.materials.set(id, { ...before, ...changedBy(request, before, items, name) })
    }
    return { materials: {}, ...standing }
  }
}

function changedBy(request: RequestName, before: CountyMaterial, items: string[], name: string | undefined) {
  if (request === 'material.describe') return { name: name ?? before.name }
  if (request === 'material.link') return { items: [...new Set([...before.items, ...items])] }
  return { items: before.items.filter(item => !items.includes(item)) }
}
