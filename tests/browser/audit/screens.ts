import { type Act, meetingConflict, suggesting, takingPack, touching, waitingWithoutSignal } from './acts'

/** One thing that a person may have before them: an address, what shows that it is there, and what was done then. */
export interface AuditedScreen {
  name: string
  address: string
  ready: string
  /** By default it is looked at as it comes. */
  act?: Act
}

/** Words of an address that are known only once the county stands. */
export interface Places {
  VERSION: string
  UPLOAD: string
  /** cycle, group and date of a visit, as its pages take them. */
  VISIT: string
}

const screen = (name: string, address: string, ready: string, act?: Act): AuditedScreen => ({
  name,
  address,
  ready,
  act,
})

/** An item of the own sheet, of 附件1 if it is not said otherwise. */
const item = (name: string, itemId: string, act?: Act, ready = '#filling') =>
  screen(name, `/unit/item/item?item=${itemId}`, ready, act)

/** An item of 河口镇, as the department that scores it sees it. */
const review = (name: string, itemId: string, act?: Act, ready = '#own-score') =>
  screen(name, `/department/review/review?unit=township-b&item=${itemId}`, ready, act)
const byItem = (name: string, itemId: string) =>
  screen(name, `/department/by-item/by-item?rubric=VERSION&item=${itemId}`, '#unit-township-b')
const queue = (view: string, ready: string) => screen(`queue-${view}`, `/department/queue/queue?view=${view}`, ready)

const folder = (name: string, act?: Act) => screen(name, '/unit/folder/folder', '.page-thumb', act)

/** A page of the visit of 河口镇. */
const visited = (page: string, ready: string, act?: Act, name = page) =>
  screen(`visit-${name}`, `/visit/${page}/${page}?VISIT&unit=township-b&item=a1-01`, ready, act)

const office = (name: string, ready: string, act?: Act, page = name, query = '') =>
  screen(`office-${name}`, `/office/${page}/${page}${query}`, ready, act)

/** Every page of the program by whoever opens it, and what comes up on it. */
export const auditedScreens: Record<string, AuditedScreen[]> = {
  'filler-township-a': [
    screen('home', '/pages/home/home', '#unit-card'),
    screen('sheet', '/unit/sheet/sheet', '#item-25'),
    item('item', 'a1-05'),
    item('item-typed', 'a1-06', touching('#score-type', '#score-typed')),
    item('item-not-applicable', 'a1-07', touching('#score-not-applicable', '#not-applicable')),
    item('item-record', 'a1-04', undefined, '#record-figure'),
    item('item-facts', 'a1-25', undefined, '#fact-2'),
    item('last-year', 'a1-05', touching('#last-year', '.last-year-line.open'), '#last-year'),
    folder('folder'),
    folder('folder-sorting', touching('.page-thumb', '#sort-confirm')),
    screen('submit', '/unit/submit/submit', '#submit-total'),
    screen('own-form', '/unit/form/form?kind=self', '#paper'),
    screen('score-check', '/unit/score-check/score-check', '#no-scores, #scores'),
    folder('folder-original', touching('#register-original', '.describe-fields')),
    screen('rubric', '/pages/rubric/rubric', '#rubric-title'),
    screen('complaints', '/pages/complaints/complaints', '[id^="complaint-"] .firm'),
    screen('join', '/pages/join/join', '#join-county'),
    screen('nothing-waits', '/waiting/list/list', '#nothing-waits'),
    screen('notices', '/notices/list/list', '#notice-list, #no-notices'),
  ],
  'filler-enterprise-a': [item('waiting', 'a4-01', waitingWithoutSignal)],
  'filler-enterprise-b': [item('conflict', 'a4-01', meetingConflict('enterprise-b', 'a4-01'))],
  'chair-system-a': [
    screen('chair-home', '/pages/home/home', '#chair-card'),
    screen('fillers', '/unit/fillers/fillers', '#filler-list'),
    screen('invite-filler', '/unit/fillers/fillers', '#filler-list', touching('#invite-filler', '#invite')),
  ],
  'head-organization': [
    screen('department-home', '/pages/home/home', '#by-unit'),
    queue('units', '#unit-township-b'),
    queue('items', '#item-a1-05'),
    review('review', 'a1-05'),
    review('review-last-year', 'a1-05', touching('#last-year', '.last-year-line.open'), '#last-year'),
    review('review-words', 'a1-06', touching('#item-full', '#item-words')),
    review('supplement', 'a1-05', touching('#supplement-open', '#supplement')),
    byItem('by-item', 'a1-05'),
    screen('grid', '/department/grid/grid', '#score-grid, #grid-on-phone'),
    screen('department-records', '/department/records/records', '#record-workers-homes'),
  ],
  'head-general-office': [
    review('review-record', 'a1-04', undefined, '#record-figure'),
    byItem('by-item-record', 'a1-04'),
    screen('department-meetings', '/department/meetings/meetings', '#meeting-list'),
  ],
  'reviewer-welfare': [
    screen('visit-home', '/pages/home/home', '[id^="visit-"]'),
    visited('day', '#visit-pack', takingPack),
    visited('item', '#own-suggestion', suggesting),
    visited('unit', '#item-1'),
    // Last: nothing else opens from here on.
    visited('unit', '#show-unit', touching('#show-unit', '#take-back'), 'shown'),
  ],
  office: [
    office('board', '#board-table'),
    office('extension', '#board-table', touching('#extend', '#extension-grant'), 'board'),
    office('cycle', '#phase-review'),
    office('rubrics', '#uploads'),
    office('rubric-draft', '#findings', undefined, 'rubric-draft', '?uploadId=UPLOAD'),
    office('roster', '#place-township-a'),
    office('invite', '#place-township-a', touching('#invite-township-a', '#invite'), 'roster'),
    office('targets', '#score-grid'),
    office('records', '#record-articles'),
    office('meetings', '#meeting-list'),
    office('meeting-new', '#meeting-list', touching('#meeting-new', '#meeting-title'), 'meetings'),
    office('paper-entry', '#entry-grid', undefined, 'paper-entry', '?unitId=system-a'),
    office('score-check', '#check-table'),
    office('form', '#paper', undefined, 'form', '?unitId=township-b'),
    office('unreached', '#unreached-sentence'),
    office('inbox', '#pictures-to-look-at .card'),
    office('visit-groups', '#groups-planned'),
    office('visit-group', '#groups-planned', touching('#group-add', '#group-name'), 'visit-groups'),
  ],
}
