import type { LastYearItem } from '#shared/contract/assessment-contract'
import { lastYearInWords } from '../../miniprogram/components/last-year/last-year-words'

const signature = { name: '李晓燕', at: 0, fromPaper: false }
const self = { revision: 1, score: 450, notApplicable: null, remark: '', facts: {}, signature }
const released = { departmentId: 'organization', score: 400, notApplicableAgreed: false, reasons: [] }
const gone = { ...self, score: null, notApplicable: '无规模以上企业' }
const item: LastYearItem = { points: 500, self, released }

test.each<[string, Partial<LastYearItem>, string]>([
  ['asked for and given', {}, '去年自评4.5，得分4'],
  ['not shown to units', { released: null }, '去年自评4.5'],
  ['never filled', { self: null }, '去年得分4'],
  [
    '不涉及',
    { self: gone, released: { ...released, score: null, notApplicableAgreed: true } },
    '去年自评不涉及，得分不涉及',
  ],
  ['another maximum', { points: 600 }, '去年自评4.5，得分4，满分6'],
])('%s', (_, changed, words) => expect(lastYearInWords({ ...item, ...changed }, 500)).toBe(words))
