import Taro from '@tarojs/taro'

/** The office's pages, in the order of the year's work. */
export type OfficePlace =
  | 'board'
  | 'cycle'
  | 'rubrics'
  | 'roster'
  | 'targets'
  | 'records'
  | 'meetings'
  | 'visit-groups'
  | 'paper-entry'
  | 'score-check'
  | 'form'
  | 'unreached'
  | 'inbox'

export const officePlaces: { key: OfficePlace; text: string }[] = [
  { key: 'board', text: '今日情况' },
  { key: 'cycle', text: '考核周期' },
  { key: 'rubrics', text: '评分细则' },
  { key: 'roster', text: '单位和人员' },
  { key: 'targets', text: '目标任务' },
  { key: 'records', text: '县总记录' },
  { key: 'meetings', text: '会议签到' },
  { key: 'visit-groups', text: '考核组' },
  { key: 'paper-entry', text: '代录' },
  { key: 'score-check', text: '得分核对' },
  { key: 'form', text: '打印归档' },
  { key: 'unreached', text: '没通知到' },
  { key: 'inbox', text: '投诉建议' },
]

/** Goes to another of the office's pages in place of this one, so that 返回 leads home however often one goes round. */
export function goTo(place: OfficePlace, unitId?: string): void {
  Taro.redirectTo({ url: addressOf(place, unitId) })
}

export function addressOf(place: OfficePlace, unitId?: string): string {
  const page = `/office/${place}/${place}`
  return unitId === undefined ? page : `${page}?unitId=${unitId}`
}

/** 会议签到; with an id that meeting. */
export function goToMeetings(meetingId?: string): void {
  const page = addressOf('meetings')
  Taro.redirectTo({ url: meetingId === undefined ? page : `${page}?meetingId=${meetingId}` })
}

/** One uploaded document of 评分细则. */
export function goToRubricDraft(uploadId: string): void {
  Taro.redirectTo({ url: `/office/rubric-draft/rubric-draft?uploadId=${uploadId}` })
}

export function goHome(): void {
  Taro.reLaunch({ url: '/pages/home/home' })
}
