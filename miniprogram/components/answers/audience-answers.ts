import { audienceNames } from '#shared/rubric/audience-names'
import { audiences } from '#shared/rubric/rubric'

/** 考核对象类别, in the order of the annexes. */
export const audienceAnswers = audiences.map(audience => ({ key: audience, text: audienceNames[audience] }))
