import type { Page } from 'playwright-core'
import { seen } from '../h5'

/** One thing that a person may have before them: an address, what shows that it is there, and what was touched then. */
export interface AuditedScreen {
  name: string
  address: string
  ready: string
  /** Opens something on it; by default it is looked at as it comes. */
  act?: (page: Page) => Promise<void>
}

const touching = (selector: string, appears: string) => async (page: Page) => {
  await seen(page, selector).first().click()
  await seen(page, appears).first().waitFor()
}

const screen = (name: string, address: string, ready: string, act?: AuditedScreen['act']): AuditedScreen => ({
  name,
  address,
  ready,
  act,
})

/** Every page of the program by whoever opens it, and what comes up on it. */
export const auditedScreens: Record<string, AuditedScreen[]> = {
  'filler-township-a': [
    screen('home', '/pages/home/home', '#unit-card'),
    screen('sheet', '/unit/sheet/sheet', '#item-25'),
    screen('item', '/unit/item/item?item=a1-05', '#filling'),
    screen('item-typed', '/unit/item/item?item=a1-06', '#filling', touching('#score-type', '#score-typed')),
    screen(
      'item-not-applicable',
      '/unit/item/item?item=a1-07',
      '#filling',
      touching('#score-not-applicable', '#not-applicable'),
    ),
    screen('item-record', '/unit/item/item?item=a1-04', '#record-figure'),
    screen('item-facts', '/unit/item/item?item=a1-25', '#fact-2'),
    screen('last-year', '/unit/item/item?item=a1-05', '#last-year', touching('#last-year', '.last-year-line.open')),
    screen('folder', '/unit/folder/folder', '.page-thumb'),
    screen('submit', '/unit/submit/submit', '#submit-total'),
    screen('own-form', '/unit/form/form?kind=self', '#paper'),
    screen('rubric', '/pages/rubric/rubric', '#rubric-title'),
    screen('complaints', '/pages/complaints/complaints', '#office-phone'),
    screen('join', '/pages/join/join', '#join-county'),
  ],
  'chair-system-a': [screen('chair-home', '/pages/home/home', '#chair-card')],
  'head-organization': [
    screen('department-home', '/pages/home/home', '#by-unit'),
    screen('queue-units', '/department/queue/queue?view=units', '#unit-township-b'),
    screen('queue-items', '/department/queue/queue?view=items', '#item-a1-05'),
    screen('review', '/department/review/review?unit=township-b&item=a1-05', '#own-score'),
    screen(
      'review-words',
      '/department/review/review?unit=township-b&item=a1-06',
      '#own-score',
      touching('#item-full', '#item-words'),
    ),
    screen(
      'supplement',
      '/department/review/review?unit=township-b&item=a1-05',
      '#own-score',
      touching('#supplement-open', '#supplement'),
    ),
    screen('by-item', '/department/by-item/by-item?rubric=VERSION&item=a1-05', '#unit-township-b'),
    screen('grid', '/department/grid/grid', '#score-grid, #grid-on-phone'),
    screen('department-records', '/department/records/records', '#record-workers-homes'),
  ],
  'head-general-office': [
    screen('review-record', '/department/review/review?unit=township-b&item=a1-04', '#record-figure'),
    screen('by-item-record', '/department/by-item/by-item?rubric=VERSION&item=a1-04', '#unit-township-b'),
    screen('department-meetings', '/department/meetings/meetings', '#meeting-list'),
  ],
  office: [
    screen('board', '/office/board/board', '#board-table'),
    screen('cycle', '/office/cycle/cycle', '#phase-review'),
    screen('rubrics', '/office/rubrics/rubrics', '#uploads'),
    screen('rubric-draft', '/office/rubric-draft/rubric-draft?uploadId=UPLOAD', '#findings'),
    screen('roster', '/office/roster/roster', '#place-township-a'),
    screen('invite', '/office/roster/roster', '#place-township-a', touching('#invite-township-a', '#invite')),
    screen('targets', '/office/targets/targets', '#score-grid'),
    screen('records', '/office/records/records', '#record-articles'),
    screen('meetings', '/office/meetings/meetings', '#meeting-list'),
    screen('meeting-new', '/office/meetings/meetings', '#meeting-list', touching('#meeting-new', '#meeting-title')),
    screen('visit-groups', '/office/visit-groups/visit-groups', '#group-add'),
    screen('visit-group-new', '/office/visit-groups/visit-groups', '#group-add', touching('#group-add', '#group-form')),
    screen('paper-entry', '/office/paper-entry/paper-entry?unitId=system-a', '#entry-grid'),
    screen('form', '/office/form/form?unitId=township-b', '#paper'),
  ],
}
