import type { SubscribeTemplate } from '../wechat/subscriptions'

/** The account of the demo county, as WeChat's console and the deployment know it: three one-time templates. */
export const demoTemplates: Record<string, SubscribeTemplate> = {
  'demo-template-deadline-000000000001': {
    title: '报送截止提醒',
    fields: { thing1: '事项', time2: '截止时间', thing3: '还差什么' },
  },
  'demo-template-supplement-0000000002': {
    title: '补充资料提醒',
    fields: { thing1: '事项', time2: '截止时间', thing3: '补什么' },
  },
  'demo-template-progress-000000000003': {
    title: '考核进度通知',
    fields: { thing1: '事项', time2: '时间', thing3: '结果' },
  },
}

const [deadline, supplement, progress] = Object.keys(demoTemplates)
const withUntil = { about: 'thing1', until: 'time2', words: 'thing3' }

/** What the deployment sets as NOTICE_TEMPLATES. */
export const demoNoticeTemplates = configured(false)

/** The same account with 长期订阅, as some trades have: asked once, until it is taken back. */
export const lastingTemplates: Record<string, SubscribeTemplate> = Object.fromEntries(
  Object.entries(demoTemplates).map(([id, template]) => [id, { ...template, lasting: true }]),
)
export const lastingNoticeTemplates = configured(true)

function configured(lasting: boolean): string {
  return JSON.stringify({
    deadline: { templateId: deadline, lasting, fields: withUntil },
    supplement: { templateId: supplement, lasting, fields: withUntil },
    progress: { templateId: progress, lasting, fields: { about: 'thing1', at: 'time2', words: 'thing3' } },
  })
}
