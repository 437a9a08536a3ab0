import { assessmentId } from '#shared/assessment/assessment'
import type { Written } from '#shared/content/written'
import { keepChecks, readChecks } from '../repositories/content-checks'
import { listUncheckedDoubts, noteDoubtsChecked } from '../repositories/record-doubts'
import { listUncheckedNotes, noteNotesChecked } from '../repositories/visit-drafts'
import { askAboutContent } from './ask-about-content'
import { textsOfDoubt, textsOfNotes, textsToCheck } from './content-to-check'
import type { Step, Turn } from './step'
import { tellHeld } from './tell-held'

const DOCUMENTS = 20

/** Words about a unit that do not stand in its sheet: 有出入 with its answers, and what 考核组 note on their visits. */
export const checkWords: Step = {
  name: 'check-words',
  async run(turn) {
    const [doubts, notes] = await Promise.all([listUncheckedDoubts(DOCUMENTS), listUncheckedNotes(DOCUMENTS)])
    const said = [
      ...doubts.map(({ cycleId, unitId, ...doubt }) => {
        return { cycleId, unitId, texts: textsOfDoubt({ cycleId, unitId, ...doubt }) }
      }),
      ...notes.map(note => ({ cycleId: note.cycleId, unitId: note.unitId, texts: textsOfNotes(note) })),
    ]
    for (const unit of byUnit(said)) if (!(await checkUnit(unit, turn))) return null
    await Promise.all([doubts.length > 0 && noteDoubtsChecked(doubts), noteNotesChecked(notes)])
    return Math.max(doubts.length, notes.length) < DOCUMENTS ? null : 'more'
  },
}

interface Said {
  cycleId: string
  unitId: string
  texts: Written[]
}

/** False where WeChat is down: it is asked again in the next run. */
async function checkUnit({ cycleId, unitId, texts }: Said, { now }: Turn): Promise<boolean> {
  const sheet = { _id: assessmentId(cycleId, unitId), cycleId, unitId }
  const wanted = textsToCheck(texts, await readChecks(sheet._id))
  if (wanted.length === 0) return true
  const asked = await askAboutContent(wanted, now)
  await tellHeld(sheet, wanted, asked, now)
  await keepChecks(sheet, asked, now)
  return asked.isComplete
}

function byUnit(said: readonly Said[]): Said[] {
  const units = new Map<string, Said>()
  for (const { cycleId, unitId, texts } of said) {
    const place = assessmentId(cycleId, unitId)
    units.set(place, { cycleId, unitId, texts: [...(units.get(place)?.texts ?? []), ...texts] })
  }
  return [...units.values()]
}
