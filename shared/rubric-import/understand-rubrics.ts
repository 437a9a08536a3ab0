import type { AnnexAsRead, Remark } from './annex-as-read'
import { findingsOn } from './check-draft'
import type { DocumentAsRead } from './document-as-read'
import { draftAnnex } from './draft-annex'
import { idsIn } from './ids'
import { readAnnexes } from './read-annexes'
import type { KnownRubrics, UnderstoodRubrics } from './rubric-document'
import type { RubricDraft } from './rubric-draft'
import { squeeze } from './squeeze'

/**
 * What a Word file says as rubrics: one draft an annex, with our lines carried over from the known rubrics, and everything
 * that a person has to decide. Every word of the document is in a draft, in a finding, or in `unplaced`.
 */
export function understandRubrics(document: DocumentAsRead, known: KnownRubrics): UnderstoodRubrics {
  const headings = {
    titles: known.files.map(({ title }) => squeeze(title)),
    audiences: known.files.map(({ audienceAsWritten }) => squeeze(audienceAsWritten)),
  }
  const { annexes, unplaced } = readAnnexes(document, headings, known.departments)
  const goingOn = knownAnnexes(annexes, known.files)
  const takenIds = [...idsIn(known.files), ...(known.retiredIds ?? [])]

  return {
    annexes: annexes.map((read, index) => {
      const before = goingOn[index] ?? null
      const { file, remarks, places } = draftAnnex(read, before, known, takenIds)
      takenIds.push(...idsIn([file]))
      const findings = findingsOn(file, [...remarksOnAudience(read, before), ...remarks], known.departments)
      return { file, carriedFrom: before?.id ?? null, findings, places }
    }),
    unplaced: unplaced.map(({ place, words }) => ({ place, words })),
    notices: document.notices,
  }
}

/** The known annex that each goes on with: by its audience, else by the number of the 附件; none goes on twice. */
function knownAnnexes(annexes: readonly AnnexAsRead[], files: readonly RubricDraft[]): (RubricDraft | null)[] {
  const free = new Set(files)
  const take = (file: RubricDraft | undefined) => {
    if (file) free.delete(file)
    return file ?? null
  }
  const byAudience = annexes.map(({ audienceAsWritten }) =>
    take([...free].find(file => squeeze(file.audienceAsWritten) === audienceAsWritten)),
  )
  return annexes.map(
    ({ annex }, index) => byAudience[index] ?? take([...free].find(file => squeeze(file.annex) === annex)),
  )
}

function remarksOnAudience({ audienceAsWritten }: AnnexAsRead, before: RubricDraft | null): Remark[] {
  const remark = (weight: Remark['weight'], path: Remark['path'], message: string): Remark[] => [
    { kind: 'heading', weight, path, documentPlace: null, message },
  ]
  if (!before) {
    return remark('must', ['audience'], `的考核对象“${audienceAsWritten}”不在已有的几类里，请选一类`)
  }
  if (squeeze(before.audienceAsWritten) === audienceAsWritten || audienceAsWritten === '') return []
  const message = `的考核对象原来是“${before.audienceAsWritten}”，这里是“${audienceAsWritten}”，先按同一类`
  return remark('look', ['audienceAsWritten'], message)
}
