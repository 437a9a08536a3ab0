import type { Instant } from '../assessment/signature'
import { daysUntil, printDay } from '../cycle/beijing-time'
import type { NoticeKind } from './notice'
import type { TemplateName } from './templates'

/** What a sentence of each kind is made of. */
export interface NoticeFacts {
  'year-opened': { cycle: string; until: Instant }
  /** `unfilled`: items without a self-score; 0 where the sheet only was not handed in. */
  'deadline-near': { cycle: string; until: Instant; unfilled: number; withChair: boolean; now: Instant }
  /** `until`: the unit's deadline from now on, the county's own where the extension was taken back. */
  extended: { until: Instant; takenBack: boolean }
  returned: { by: string; number: number; reason: string; until: Instant }
  received: { by: string; at: Instant; late: boolean }
  'all-in': { units: number; until: Instant }
  released: { cycle: string }
  'doubt-answered': { by: string; text: string }
  /** `units`: in which somebody is still to be phoned. */
  unreached: { units: number }
  /** `about`: the unit of which a department or a 考核组 wrote; null where the unit itself did. `page`: where it is changed. */
  'content-held': { what: string; about: string | null; page: string }
  'score-doubt-raised': { unit: string; number: number }
  /** `outcome`: 维持4分, 改为4.5分. */
  'score-doubt-answered': { by: string; number: number; outcome: string; text: string }
}

interface Told<Kind extends NoticeKind> {
  template: TemplateName
  /**
   * Who is told: the fillers and chair of the unit, its chair alone, everybody who scores for a department, 考核办, or who
   * wrote it.
   */
  to: 'unit' | 'chair' | 'reviewers' | 'office' | 'author'
  /** 事项: at most 20 characters, as WeChat's field takes. */
  about: string
  words: (facts: NoticeFacts[Kind]) => string
  /** Until when it is worth being told, or when it happened: WeChat's field of a time. */
  time: (facts: NoticeFacts[Kind], now: Instant) => Instant
  /** Where a tap leads. */
  page: (itemId: string | null, facts: NoticeFacts[Kind]) => string
  /** Whether the office should phone where no message went out. */
  mustReach: boolean
}

/** 通知什么、通知谁: all that is ever told. When stands beside what makes it true: `cloudfunctions/clock/`. */
export const whatIsTold: { [Kind in NoticeKind]: Told<Kind> } = {
  'year-opened': {
    template: 'deadline',
    to: 'unit',
    about: '年度考核开始自评',
    words: ({ cycle, until }) => `${cycle}开始了，请在${printDay(until)}前自评报送。`,
    time: ({ until }) => until,
    page: () => '/pages/home/home',
    mustReach: false,
  },
  'deadline-near': {
    template: 'deadline',
    to: 'unit',
    about: '自评报送快到截止时间',
    words: ({ until, unfilled, withChair, now }) => `${leftWords(until, now)}，${missingWords(unfilled, withChair)}。`,
    time: ({ until }) => until,
    page: () => '/pages/home/home',
    mustReach: true,
  },
  extended: {
    template: 'deadline',
    to: 'unit',
    about: '自评报送截止有变动',
    words: ({ until, takenBack }) =>
      takenBack ? `县总收回了展期，${printDay(until)}截止。` : `县总给您单位展期到${printDay(until)}。`,
    time: ({ until }) => until,
    page: () => '/pages/home/home',
    mustReach: true,
  },
  returned: {
    template: 'supplement',
    to: 'unit',
    about: '部室请您补充资料',
    words: ({ by, number, reason, until }) => `${by}请补充第${number}项，${printDay(until)}前：${reason}`,
    time: ({ until }) => until,
    page: itemId => `/unit/item/item?item=${itemId}`,
    mustReach: true,
  },
  received: {
    template: 'progress',
    to: 'unit',
    about: '县总已收到自评',
    words: ({ by, late }) => `${by}已报送，县总收到了${late ? '，记逾期报送' : ''}。`,
    time: ({ at }) => at,
    page: () => '/unit/submit/submit',
    mustReach: false,
  },
  'all-in': {
    template: 'progress',
    to: 'reviewers',
    about: '各单位自评都报送了',
    words: ({ units, until }) => `${units}个单位都报送了，请在${printDay(until)}前评分。`,
    time: (_, now) => now,
    page: () => '/department/queue/queue?view=units',
    mustReach: false,
  },
  released: {
    template: 'progress',
    to: 'unit',
    about: '得分可以看了',
    words: ({ cycle }) => `${cycle}的得分和扣分说明可以看了，请核对。`,
    time: (_, now) => now,
    page: () => '/unit/score-check/score-check',
    mustReach: false,
  },
  'doubt-answered': {
    template: 'progress',
    to: 'unit',
    about: '您说的有出入答复了',
    words: ({ by, text }) => `${by}答复了您说的有出入：${text}`,
    time: (_, now) => now,
    page: itemId => (itemId === null ? '/pages/home/home' : `/unit/item/item?item=${itemId}`),
    mustReach: false,
  },
  unreached: {
    template: 'progress',
    to: 'office',
    about: '有单位没通知到',
    words: ({ units }) => `${units}个单位没通知到，请打电话。`,
    time: (_, now) => now,
    page: () => '/office/unreached/unreached',
    mustReach: false,
  },
  'content-held': {
    template: 'progress',
    to: 'author',
    about: '您写的文字考核办在看',
    words: ({ what, about }) =>
      `您${about === null ? '' : `给${about}`}写的${what}，别人暂时看不到，考核办在看；没有删，您也可以改一下。`,
    time: (_, now) => now,
    page: (_, { page }) => page,
    mustReach: false,
  },
  'score-doubt-raised': {
    template: 'progress',
    to: 'reviewers',
    about: '有单位请再看看得分',
    words: ({ unit, number }) => `${unit}请再看看第${number}项的得分。`,
    time: (_, now) => now,
    page: () => '/department/queue/queue?view=units',
    mustReach: false,
  },
  'score-doubt-answered': {
    template: 'progress',
    to: 'unit',
    about: '您的疑问答复了',
    words: ({ by, number, outcome, text }) =>
      `${by}答复了第${number}项的疑问：${text === '' ? `${outcome}。` : `${outcome}，${text}`}`,
    time: (_, now) => now,
    page: itemId => `/unit/item/item?item=${itemId}`,
    mustReach: false,
  },
}

function leftWords(until: Instant, now: Instant): string {
  const days = daysUntil(until, now)
  return days === 0 ? '今天截止' : `还有${days}天截止`
}

function missingWords(unfilled: number, withChair: boolean): string {
  if (withChair) return '等主席报送'
  return unfilled > 0 ? `还有${unfilled}项没填` : '都填好了，还没报送'
}
