import { RecordConsent } from '#shared/contract/notice-contract'
import { permissions } from '../../permissions/permissions'
import { consentsOf, noteAnswer } from '../../repositories/consents'
import { defineRequest } from '../../request-pipeline/define-request'
import { consentViews } from './consent-views'

/** 开一次微信提醒: what the person answered in WeChat's box, counted once however often it is told. */
export const recordConsent = defineRequest('consent.record', {
  // Nobody waits for it: the phone tells it behind the page.
  interactive: false,
  schema: RecordConsent,
  load: () => ({}),
  permit: permissions['consent.record'],
  act: async ({ input: { operationId, answers }, asker, now }) => {
    const { memberId } = asker
    await Promise.all(
      answers.map(({ template, answer }) =>
        noteAnswer({
          ...{ memberId, template, answer, by: 'reported', tellingId: operationId, at: now },
          counts: answer === 'accept',
        }),
      ),
    )
    return { consents: consentViews(memberId, await consentsOf(memberId)) }
  },
})
