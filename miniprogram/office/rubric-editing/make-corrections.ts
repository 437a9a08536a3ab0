import type { CorrectUpload, UploadedAnnex, UploadedRubrics } from '#shared/contract/rubric-contract'
import type { Problem } from '#shared/errors/problems'
import type { Ask } from '../../backend/make-ask'
import { makeSignal } from '../../backend/signal'
import { applyEdit, draftOf, type Edit, isContradicted, mergeEdits } from './edits'

/** A change of one of the document's annexes, by its place. */
export interface AnnexEdit {
  annex: number
  edit: Edit
}

/** What saving needs from outside, so that it runs in a test as on a PC. */
export interface CorrectionMeans {
  ask: Ask
  newId(): string
  /** The document as all open pages show it. */
  upload(): UploadedRubrics | null
  replaceUpload(upload: UploadedRubrics, at: number): void
  reloadUpload(): Promise<void>
  /** What is kept on this machine until the county has it. */
  kept: { read(): AnnexEdit[]; write(edits: AnnexEdit[]): 'written' | 'full' }
  later(milliseconds: number, run: () => void): void
}

export interface Correcting {
  /** What the county does not have yet, in order. */
  edits: AnnexEdit[]
  /** `asked`: somebody else has written something else there, and a person says which of the two stays. */
  status: 'resting' | 'saving' | 'no-signal' | 'refused' | 'asked'
  problem: Problem | null
  savedAt: number | null
  isFull: boolean
}

const TRY_AGAIN = 6_000

/**
 * Saves corrections as they are made. Each stays until the county has it; upon a document that somebody else has changed
 * it is made again where the two do not touch each other, and shown beside what stands where they do.
 */
export function makeCorrections(means: CorrectionMeans) {
  const correcting = makeSignal<Correcting>({
    edits: means.kept.read(),
    status: 'resting',
    problem: null,
    savedAt: null,
    isFull: false,
  })
  /** Sent again as it is until its fate is known, so that a row is not added twice. */
  let sent: { input: CorrectUpload; edits: readonly AnnexEdit[] } | null = null
  let isUnderWay = false

  const change = (part: Partial<Correcting>) => correcting.set({ ...correcting.get(), ...part })
  const keep = (edits: AnnexEdit[]) => change({ edits, isFull: means.kept.write(edits) === 'full' })

  /** The next correction to send; null where there is none, or somebody has to choose between two values first. */
  function next(upload: UploadedRubrics): typeof sent {
    const { edits } = correcting.get()
    const place = edits[0]?.annex ?? 0
    const annex = upload.annexes[place]
    const own = edits.filter(edit => edit.annex === place)
    const isAsked = contradicted(upload, own).length > 0
    if (annex && own.length > 0 && !isAsked)
      return { input: correctionOf(upload, place, annex, own, means.newId()), edits: own }
    change({ status: isAsked ? 'asked' : 'resting', problem: null })
    return null
  }

  async function send(): Promise<void> {
    const upload = means.upload()
    if (isUnderWay || !upload) return
    sent ??= next(upload)
    if (!sent) return
    const { input, edits } = sent
    isUnderWay = true
    change({ status: 'saving', problem: null })
    const asked = await means.ask('rubric.correct', input)
    if (asked.ok) {
      means.replaceUpload(asked.output, asked.serverTime)
      keep(correcting.get().edits.filter(edit => !edits.includes(edit)))
      change({ status: 'resting', savedAt: asked.serverTime })
    } else if (asked.problem.code === 'upload.stale') await means.reloadUpload()
    isUnderWay = false
    if (asked.ok || !asked.problem.retryable) sent = null
    if (asked.ok || (means.upload()?.revision ?? 0) > input.revision) return send()
    change({ status: asked.problem.retryable ? 'no-signal' : 'refused', problem: asked.problem })
    if (asked.problem.retryable) means.later(TRY_AGAIN, () => void send())
  }

  return {
    correcting,
    send,
    edit(annex: number, edit: Edit): Promise<void> {
      const { edits } = correcting.get()
      // What was sent is sent again as it was; later changes go after it.
      const waiting = edits.filter(one => !sent?.edits.includes(one))
      const [others, own] = [waiting.filter(one => one.annex !== annex), waiting.filter(one => one.annex === annex)]
      const merged = mergeEdits(
        own.map(one => one.edit),
        edit,
      )
      const isKept = (one: Edit) => own.find(standing => standing.edit === one) ?? { annex, edit: one }
      keep([...(sent?.edits ?? []), ...others, ...merged.map(isKept)])
      return send()
    },
    /** Of two values: mine is written over what stands now. */
    insist(chosen: AnnexEdit): Promise<void> {
      const upload = means.upload()
      keep(correcting.get().edits.map(one => (one === chosen && upload ? upon(upload, one) : one)))
      return send()
    },
    /** Of two values: what stands now stays. */
    giveUp(chosen: AnnexEdit): Promise<void> {
      keep(correcting.get().edits.filter(one => one !== chosen))
      return send()
    },
  }
}
export type Corrections = ReturnType<typeof makeCorrections>

/** The changes that somebody else's stand against. */
export function contradicted(upload: UploadedRubrics, edits: readonly AnnexEdit[]): AnnexEdit[] {
  return edits.filter(({ annex, edit }) => {
    const standing = upload.annexes[annex]
    return standing !== undefined && isContradicted(draftOf(standing), edit)
  })
}

function correctionOf(
  { uploadId, revision }: UploadedRubrics,
  place: number,
  annex: UploadedAnnex,
  changes: readonly AnnexEdit[],
  operationId: string,
): CorrectUpload {
  const edits = changes.map(({ edit }) => edit)
  const seen = edits.flatMap(edit => (edit.kind === 'seen' ? [edit.message] : []))
  return {
    uploadId,
    revision,
    operationId,
    annex: place,
    file: edits.reduce(applyEdit, draftOf(annex)),
    seen: annex.findings.flatMap(({ message }, index) => (seen.includes(message) ? [index] : [])),
  }
}

/** The same change, made upon what stands now. */
function upon(upload: UploadedRubrics, { annex, edit }: AnnexEdit): AnnexEdit {
  const standing = upload.annexes[annex]
  if (!standing) return { annex, edit }
  const draft = draftOf(standing)
  if (edit.kind === 'row') {
    const row = draft.categories.flatMap(({ items }) => items).find(({ id }) => id === edit.itemId)
    return row ? { annex, edit: { ...edit, was: row } } : { annex, edit }
  }
  if (edit.kind === 'category') {
    const category = draft.categories.find(({ id }) => id === edit.categoryId)
    return category ? { annex, edit: { ...edit, was: category } } : { annex, edit }
  }
  return edit.kind === 'heading' ? { annex, edit: { ...edit, was: draft } } : { annex, edit }
}
