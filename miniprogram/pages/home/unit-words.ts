import type { Sheet } from '#shared/contract/assessment-contract'
import { daysUntil, printClock, printMoment, printWeekday } from '#shared/cycle/beijing-time'
import { serverNow } from '../../backend/ask'
import { scoresOf } from '../../unit/own/score-rows'
import type { OpenSheet } from '../../unit/own/use-own-sheet'
import { filledWords } from '../../unit/own/words'
import { nextStep } from './unit-bar'

/** Under the unit's name: what it is scored by, or to whom the page speaks. */
export function headNote(open: OpenSheet): string {
  if (nextStep(open) === 'approve') return `您是主席${open.me}　${deadlineWords(open).text}`
  return `${open.rubric.audienceAsWritten}　依据 ${open.sheet.cycle.documentNumber}`
}

/** How long there is left, by the server's clock. */
export function deadlineWords({ sheet }: OpenSheet): { text: string; days: number | null; isLate: boolean } {
  const now = serverNow()
  if (now > sheet.selfOpenUntil) return { text: '报送时间已过', days: null, isLate: true }
  if (now > sheet.selfDueAt) return { text: '已过报送截止，再报送记逾期报送', days: null, isLate: true }
  const days = daysUntil(sheet.selfDueAt, now)
  if (days === 0) return { text: `今天 ${printClock(sheet.selfDueAt)} 截止`, days: null, isLate: false }
  return { text: `离截止还有${days}天`, days, isLate: false }
}

/** The day itself: 12月9日 周三, or 展期到12月12日 周六. */
export function dueWords({ selfDueAt, extended }: Pick<Sheet, 'selfDueAt' | 'extended'>): string {
  return `${extended ? '展期到' : ''}${printWeekday(selfDueAt)}`
}

/** The one sentence of the home, in two lines: how far it is, and where it stands. */
export function leadWords(open: OpenSheet): { first: string; firm: string } {
  const { sheet, picture } = open
  const { filled, unfilled, supplementsOpen } = picture.missing
  const first = `${filledWords(filled.length, unfilled.length)}。`
  switch (sheet.state) {
    case 'not-started':
    case 'filling':
      return { first, firm: '还没有报送' }
    case 'awaiting-chair':
      return { first: '已送主席审核。', firm: '还没有报送' }
    case 'supplementing':
      return { first: `${filled.length}项都报送了。`, firm: `已报送，待补充${supplementsOpen.length}项` }
    case 'submitted':
      return { first: `${filled.length}项都报送了。`, firm: '已报送' }
    case 'reviewed':
      return scoreWords(open)
    case 'checked':
      return { first: '得分都核对过了。', firm: '已核对' }
  }
}

/** Every item is scored: what the unit is waited for, or waits for, once it sees its scores. */
function scoreWords({ rubric, sheet }: OpenSheet): { first: string; firm: string } {
  const scores = scoresOf(rubric, sheet)
  if (!scores || sheet.cycle.phase !== 'score-check') return { first: '部室都评完了。', firm: '已评' }
  const { waiting, answered } = scores
  if (waiting.length > 0) return { first: `${waiting.length}项疑问等部室答复。`, firm: '已评' }
  return { first: answered.length > 0 ? '疑问都答复了，请看一下。' : '得分出来了，请核对。', firm: '已评' }
}

/** Who did the last step, and when. */
export function signedWords({ sheet }: OpenSheet): string | null {
  const { submission, sentToChair, stage } = sheet
  if (submission) {
    const { name, at, fromPaper } = submission.signature
    return `${printMoment(at, serverNow())} ${name}${fromPaper ? '代录' : ''}报送`
  }
  return stage === 'awaiting-chair' && sentToChair
    ? `${printMoment(sentToChair.at, serverNow())} ${sentToChair.name}送出`
    : null
}
