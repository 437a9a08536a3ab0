import { shippedRubrics } from '#rubrics/shipped-rubrics'
import type { RequestName } from '#shared/contract/api-contract'
import type { PostInput } from '#shared/contract/office-contract'
import { dayText } from '#shared/cycle/beijing-time'
import { rubricVersionId } from '../../../cloudfunctions/repositories/rubric-versions'
import { cycleId } from '../../support/county'
import { complaintToAnswer, pictureToLookAt } from '../../support/county/content'
import { picture, registration } from '../../support/county/files'
import { correction, nextYear, readRubric, rubricTicket, wordFile } from '../../support/county/rubrics'
import { change, newId } from '../../support/county/sheets'
import { memberIdOf } from './callers'
import type { Fixture } from './fixture'
import { recordFixtures } from './record-fixtures'
import { materialOfThisUnit } from './states'
import { tableFixtures } from './table-fixtures'
import { visitFixtures, visitRecordFixture } from './visit-fixtures'

const unit = { cycleId, unitId: 'township-a' }
const office = { cycleId, departmentId: 'general-office' }
const [township] = shippedRubrics

/** For each request an input that succeeds for somebody. A request of the contract without one does not compile. */
export const fixtures: { [Name in RequestName]: Fixture<Name> } = {
  health: () => ({}),
  'rubric.list': () => ({}),
  'rubric.read': () => ({ rubricVersionId: township ? rubricVersionId(township) : '' }),
  'rubric.versions': () => ({}),
  'rubric.read-document': async county => ({
    ticketId: await rubricTicket(county, await wordFile()),
    fileName: '2027年细则.docx',
  }),
  'rubric.uploads': () => ({}),
  'rubric.upload': async county => ({ uploadId: (await readRubric(county)).uploadId }),
  'rubric.correct': async county => correction(await readRubric(county)),
  'rubric.publish': async county => {
    const { uploadId, revision } = await readRubric(county, await wordFile([nextYear(() => {})]))
    return { uploadId, revision, annex: 0 }
  },
  'rubric.compare': () => ({ with: { rubricVersionId: township ? rubricVersionId(township) : '' } }),

  'identity.who-am-i': () => ({}),
  'sign-in.start': () => ({}),
  'sign-in.confirm': async county => {
    const { ticketId } = await county.overHttp().get('sign-in.start', {})
    return { ticketId }
  },
  'sign-in.take': async county => {
    const { ticketId, claim } = await county.overHttp().get('sign-in.start', {})
    return { ticketId, claim }
  },
  'sign-in.end': () => ({}),

  'county.found': () => ({
    setupCode: 'setup-code-for-tests',
    countyName: '南江县总工会',
    officePhone: '',
    name: '考核办',
    landings: [],
  }),
  'roster.save': () => ({
    departments: [],
    units: [{ unitId: 'township-c', name: '马店镇总工会', audience: 'township', order: 9 }],
  }),
  'member.invite': (_county, state) => ({ name: '小李', phone: '', post: postOf(state) }),
  'member.join': county =>
    county
      .as('office')
      .get('member.invite', { name: '老王', phone: '', post: { role: 'leader' } })
      .then(onlyTheCode),
  'member.end-post': (_county, state) => ({ memberId: memberIdOf(holderOf(state)), post: postOf(state) }),
  'member.list': (_county, state) => ({ unitId: state === 'everybody' ? null : 'township-a' }),
  'cycle.open': () => ({
    cycleId: `2031-${newId().slice(0, 8).toLowerCase()}`,
    title: '演练',
    documentNumber: '县工〔2031〕1号',
    selfDeadline: Date.now(),
    graceHours: 0,
    lockAfterDeadline: true,
    reviewDeadline: Date.now(),
    departmentStep: 10,
    notApplicable: 'rescale',
    decidedBy: 'any-reviewer',
  }),
  'rehearsal.read': () => ({}),
  'rehearsal.open': () => ({}),
  'rehearsal.close': () => ({}),
  'rehearsal.clear': () => ({}),
  'rehearsal.join': async county => {
    const { code } = await county.as('office').get('rehearsal.open', {})
    return { code: code ?? '', audience: 'township' }
  },
  'rehearsal.leave': () => ({}),
  'cycle.change-phase': () => ({ cycleId, phase: 'review' }),

  'assessment.last-year': () => unit,
  'assessment.open': () => unit,
  'assessment.save': () => ({ ...unit, changes: [change('a1-01', { revision: 1 })] }),
  'assessment.send-to-chair': () => unit,
  'assessment.send-back': () => ({ ...unit, note: '第3项再核实' }),
  'assessment.submit': () => unit,
  'assessment.withdraw': () => unit,
  'assessment.extend': () => ({
    ...{ cycleId, unitIds: ['township-a'], operationId: newId(), reason: '换届' },
    until: dayText(Date.now() + 40 * 86_400_000),
  }),
  'assessment.supplement': () => ({ ...unit, itemId: 'a1-01', operationId: newId() }),

  'material.ticket': (_county, state) => ({ ...unit, files: [state === 'paper' ? sheetFile : pictureFile] }),
  'material.register': () => registration({ items: ['a1-01'] }),
  'material.describe': () => ({
    ...oneMaterial(),
    name: '会议纪要',
    documentNumber: '',
    date: '',
    whereabouts: '2号盒',
  }),
  'material.link': () => ({ ...unit, operationId: newId(), materials: [materialOfThisUnit], items: ['a1-02'] }),
  'material.unlink': () => ({ ...unit, operationId: newId(), materials: [materialOfThisUnit], items: ['a1-01'] }),
  'material.remove': () => oneMaterial(),
  'material.view': () => ({ ...unit, size: 'full', materials: [materialOfThisUnit] }),

  'review.queue': () => office,
  'review.open': () => ({ ...office, unitId: 'township-a' }),
  'review.by-item': () => ({ ...office, rubricVersionId: township ? rubricVersionId(township) : '', itemId: 'a1-01' }),
  'review.draft': () => ({ ...office, drafts: [{ ...scoreOfDraft, unitId: 'township-a' }] }),
  'review.decide': () => ({
    ...office,
    decisions: [{ ...fullMarks, operationId: newId(), unitId: 'township-a' }],
  }),
  'review.return': () => ({
    ...office,
    unitId: 'township-a',
    itemId: 'a1-01',
    operationId: newId(),
    reason: '缺会议记录',
    until: Date.now() + 86_400_000,
  }),

  'score-check.confirm': () => ({ ...unit, operationId: newId() }),
  'score-check.take-back': () => ({ ...unit, operationId: newId() }),
  'score-check.doubt': (_county, state) => ({ ...doubtOf(state), text: '签到册上有我们' }),
  'score-check.withdraw-doubt': (_county, state) => doubtOf(state),
  'score-check.answer': () => ({
    ...{ ...office, ...doubtOf('doubted') },
    answer: { kind: 'kept', text: '核对过原件' },
  }),
  'score-check.list': () => ({ cycleId }),

  'form.read': (_county, state) => ({ ...unit, kind: isScored(state) ? 'scored' : 'self' }),
  'document.make': (county, state) => {
    if (state === 'blank') return { kind: 'blank', cycleId, rubricVersionId: township ? rubricVersionId(township) : '' }
    if (state === 'visit') return visitRecordFixture(county)
    if (state === 'targets') return { kind: 'targets', cycleId }
    if (state === 'of-department')
      return { kind: 'records', cycleId, departmentId: 'general-office', measure: 'briefings' }
    if (state === 'of-office') return { kind: 'records', cycleId, departmentId: null, measure: 'briefings' }
    return { ...unit, kind: isScored(state) ? 'scored' : 'self' }
  },

  ...recordFixtures,
  ...tableFixtures,
  ...visitFixtures,

  'complaint.send': async county => {
    await county.database.collection('complaints').where({}).remove()
    return { operationId: newId(), text: '报送时间太紧', contact: '' }
  },
  'notice.list': () => ({}),
  'notice.read': () => ({ notices: ['n-0'] }),
  'consent.record': () => ({ operationId: newId(), answers: [{ template: 'deadline', answer: 'accept' }] }),
  'notice.unreached': () => ({ cycleId }),
  'notice.phoned': () => ({ cycleId, notices: ['n-0'] }),
  'complaint.own': () => ({}),
  'complaint.list': () => ({}),
  'complaint.answer': async county => ({
    complaintId: await complaintToAnswer(county),
    operationId: newId(),
    text: '可以晚两天',
  }),
  'content.list': () => ({ cycleId }),
  'content.decide': async county => ({ ...unit, fileKey: await pictureToLookAt(county), shown: true }),
  'office.overview': () => ({ cycleId }),
  'paper.enter-self': () => ({
    ...unit,
    operationId: newId(),
    sheets: [],
    note: '',
    changes: [change('a1-01', { revision: 1 })],
    submit: true,
  }),
  'paper.supplement': () => ({ ...unit, itemId: 'a1-01', operationId: newId() }),
  'paper.enter-review': () => ({
    ...unit,
    departmentId: 'general-office',
    operationId: newId(),
    sheets: [],
    note: '',
    decisions: [{ ...fullMarks, operationId: newId(), unitId: 'township-a' }],
  }),
}

/** 定分 of a1-01 at its maximum, which needs no reasons. */
const fullMarks = {
  itemId: 'a1-01',
  revision: 0,
  seenSelfRevision: 1,
  score: 300,
  notApplicableAgreed: false,
  reasons: [],
  seen: [],
  comment: '',
}

const { revision: _revision, seenSelfRevision: _seen, ...scoreOfDraft } = fullMarks

const { content: _picture, ...pictureFile } = picture(1)
const { content: _sheet, ...sheetFile } = picture(1, 'sheet')
const oneMaterial = () => ({ ...unit, operationId: newId(), materialId: materialOfThisUnit })
const isScored = (state: string) => ['over', 'reviewed', 'released'].includes(state)

const doubtOf = (state: string) => ({
  ...unit,
  itemId: 'a1-01',
  operationId: newId(),
  revision: state === 'doubted' ? 1 : 0,
})

function postOf(state: string): PostInput {
  if (state === 'filler-post') return { role: 'filler', unitId: 'township-a' }
  return state === 'chair-post' ? { role: 'chair', unitId: 'township-a' } : { role: 'office' }
}

function holderOf(state: string): string {
  if (state === 'filler-post') return 'filler-township-a'
  return state === 'chair-post' ? 'chair-township-a' : 'office'
}

const onlyTheCode = ({ invitationCode }: { invitationCode: string }) => ({ invitationCode })
