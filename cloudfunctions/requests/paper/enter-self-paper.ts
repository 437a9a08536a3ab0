import type { Submission } from '#shared/assessment/assessment'
import { type EnteredPaper, EnterSelfPaper } from '#shared/contract/office-contract'
import { isLate } from '#shared/cycle/cycle'
import { permissions } from '../../permissions/permissions'
import { type SelfScoreWrite, withSelfScores, writeSelfScores } from '../../repositories/assessment-self-scores'
import type { StoredSheet } from '../../repositories/assessments'
import { readUploadTickets } from '../../repositories/upload-tickets'
import { defineRequest } from '../../request-pipeline/define-request'
import { Refusal, refuse } from '../../request-pipeline/refusal'
import { judgeSelfScore } from '../assessment/judge-self-score'
import { loadSheet, rubricOf } from '../assessment/load-sheet'
import { refuseIncomplete } from '../assessment/move-sheet'
import { hasRepetition } from '../changes/settle-changes'
import { sheetState } from '../views/sheet-view'
import { enteredBefore, paperEntry, takePaperSheet } from './paper-sheet'

/** 代录 of a unit's sheet: all of it or nothing, by one write. The sheet on paper is as good as the one on the phone. */
export const enterSelfPaper = defineRequest('paper.enter-self', {
  interactive: false,
  schema: EnterSelfPaper,
  load: (input: EnterSelfPaper) => ({ ...loadSheet(input), tickets: readUploadTickets(input.sheets) }),
  permit: permissions['paper.enter-self'],
  repeated: async ({ input, loaded }) => {
    const before = await enteredBefore(loaded.assessment._id, input)
    return before && !(before instanceof Refusal) ? entered(input, before) : null
  },
  act: async scene => {
    const { input, loaded, asker, now } = scene
    const { assessment, held } = loaded
    if (hasRepetition(input.changes)) return refuse('call.invalid-input', { field: '自评' })
    const before = await enteredBefore(assessment._id, input)
    if (before) return before instanceof Refusal ? before : entered(input, before)

    const rubric = await rubricOf(assessment)
    const writes = writesOf(input, assessment, { rubric, held, asker, now, fromPaper: true })
    if (writes instanceof Refusal) return writes
    const filled = withSelfScores(assessment, writes)
    const incomplete = input.submit ? refuseIncomplete(rubric, filled) : null
    if (incomplete) return incomplete

    const sheet = await takePaperSheet(scene, null)
    if (sheet instanceof Refusal) return sheet
    const { signature } = sheet
    const submission: Submission | null = input.submit ? { signature, late: isLate(now, assessment.selfDueAt) } : null
    const entry = paperEntry(scene, 'paper.self', { items: input.changes.length, submit: input.submit })
    const stages: StoredSheet['stage'][] = ['filling', 'awaiting-chair']
    const window = { kind: 'paper', stages, sheet, submission, filled: assessment.summary.self.count, entry } as const
    if (!(await writeSelfScores(assessment._id, writes, window))) return refuse('server.busy')
    return entered(input, submission ? { ...filled, stage: 'submitted' } : filled)
  },
})

/** Every score of the sheet, or why the first that cannot be written cannot. */
function writesOf(
  { changes }: EnterSelfPaper,
  assessment: StoredSheet,
  filling: Parameters<typeof judgeSelfScore>[2],
): SelfScoreWrite[] | Refusal {
  const writes: SelfScoreWrite[] = []
  for (const change of changes) {
    const judgement = judgeSelfScore(change, assessment, filling)
    if ('refused' in judgement) return new Refusal(judgement.refused)
    if ('stale' in judgement) return new Refusal(judgement.stale)
    writes.push(judgement.write)
  }
  return writes
}

async function entered({ changes }: EnterSelfPaper, assessment: StoredSheet): Promise<EnteredPaper> {
  return { entered: changes.length, state: sheetState(assessment, await rubricOf(assessment)) }
}
