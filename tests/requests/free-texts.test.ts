import type { GenericSchema } from 'valibot'
import { type TextName, writtenTexts } from '#shared/content/written'
import { requestTable } from '../../cloudfunctions/requests/request-table'

/*
 * No text reaches others unasked: every field of every request in which words can be written is here, with the name under
 * which it is shown to WeChat and can be held, or with the reason why it is not. A new field fails until it stands here.
 */
type Place = TextName | { unasked: string }

const scoreOf = (at: string, reason: Place, departure: Place, comment: Place): Record<string, Place> => ({
  [`${at}.reasons.phrase`]: reason,
  [`${at}.departure`]: departure,
  [`${at}.comment`]: comment,
})
const complaint = { unasked: 'WeChat is asked by a job of its own (check-complaint); the office alone reads it' }
const office = { unasked: 'the office’s own words: it would be its own judge' }
const books = {
  unasked: '县总记录 and 签到册: the county’s own books, for which the department that keeps them answers',
}
const draft = { unasked: 'private: only its author ever reads it' }
const person = { unasked: 'a name, a telephone: written by who invites, no text of the invited' }
const nothing = { unasked: 'a code or the name of a file, which is compared and not shown' }
const rubric = (field: string) => [`rubric.correct file.${field}`, office] as const

const places: Record<string, Place> = {
  'assessment.save changes.remark': 'remark',
  'assessment.save changes.notApplicable': 'not-applicable',
  'assessment.send-back note': 'sent-back',
  'paper.enter-self changes.remark': 'remark',
  'paper.enter-self changes.notApplicable': 'not-applicable',
  'material.register name': 'material-name',
  'material.register documentNumber': 'document-number',
  'material.register whereabouts': 'whereabouts',
  'material.describe name': 'material-name',
  'material.describe documentNumber': 'document-number',
  'material.describe whereabouts': 'whereabouts',
  ...scoreOf('review.decide decisions', 'reason', 'departure', 'comment'),
  ...scoreOf('paper.enter-review decisions', 'reason', 'departure', 'comment'),
  ...scoreOf('visit.save entries.score', 'visit-reason', 'visit-departure', 'visit-comment'),
  'review.return reason': 'supplement',
  'visit.return reason': 'supplement',
  'record.raise-doubt text': 'doubt',
  'record.answer-doubt text': 'doubt-answer',
  'score-check.doubt text': 'score-doubt',
  'score-check.answer answer.text': 'score-doubt-answer',
  ...scoreOf('score-check.answer answer.decision', 'reason', 'departure', 'comment'),

  ...scoreOf('review.draft drafts', draft, draft, draft),
  'complaint.send text': complaint,
  'complaint.send contact': complaint,
  'complaint.answer text': office,
  'paper.enter-self note': office,
  'paper.enter-review note': office,
  'county.found countyName': office,
  'county.found landings': office,
  'county.found name': office,
  'county.found officePhone': office,
  'assessment.extend reason': office,
  'cycle.open documentNumber': office,
  'cycle.open title': office,
  'roster.save departments.name': office,
  'roster.save units.name': office,
  'visit-group.save name': office,
  ...Object.fromEntries(['annex', 'audienceAsWritten', 'columns', 'title'].map(rubric)),
  ...Object.fromEntries(['name', 'departmentsAsWritten'].map(field => rubric(`categories.${field}`))),
  ...Object.fromEntries(
    ['basis', 'notApplicableReasons', 'preparation', 'shortName', 'text'].map(field =>
      rubric(`categories.items.${field}`),
    ),
  ),
  'record.save entries.what': books,
  'record.save entries.level': books,
  'record.correct to.what': books,
  'record.correct to.level': books,
  // Where it answers a 有出入 it is a doubt's answer, which WeChat is asked about.
  'record.correct reason': books,
  'meeting.save title': books,
  'meeting.save expected.people': books,
  'meeting.save marks.note': books,
  'meeting.correct note': books,
  'meeting.correct reason': books,
  'member.invite name': person,
  'member.invite phone': person,
  'member.join invitationCode': nothing,
  'rehearsal.join code': nothing,
  'county.found setupCode': nothing,
  'record.preview fileName': nothing,
  'target.preview fileName': nothing,
  'rubric.read-document fileName': nothing,
}

/** A schema as valibot keeps it: what it is made of, by kind. */
interface Node {
  type: string
  pipe?: readonly { kind: string; type: string }[]
  entries?: Record<string, Node>
  item?: Node
  wrapped?: Node
  options?: readonly unknown[]
}
// Parsing: valibot's schemas carry these fields, whatever their types say.
const nodeOf = (schema: unknown) => schema as Node

/** Only these make words of a string impossible. */
const forms = ['regex', 'iso_date', 'picklist']

function textsIn(schema: Node, path: readonly string[] = []): string[] {
  const { type, pipe = [], entries, item, wrapped, options } = schema
  if (type === 'string') return pipe.some(action => forms.includes(action.type)) ? [] : [path.join('.')]
  if (entries) return Object.entries(entries).flatMap(([name, entry]) => textsIn(entry, [...path, name]))
  if (item) return textsIn(item, path)
  if (wrapped) return textsIn(wrapped, path)
  if (type === 'union' || type === 'variant') return (options ?? []).flatMap(option => textsIn(nodeOf(option), path))
  return []
}

const found = Object.entries(requestTable).flatMap(([name, { schema }]: [string, { schema: GenericSchema }]) => [
  ...new Set(textsIn(nodeOf(schema)).map(path => `${name} ${path}`)),
])

it('every free text of every request has its place', () => {
  expect(found.sort()).toEqual(Object.keys(places).sort())
})

it('every name of the table is some request’s text', () => {
  const named = new Set(Object.values(places).filter(place => typeof place === 'string'))
  expect([...named].sort()).toEqual(Object.keys(writtenTexts).sort())
})
