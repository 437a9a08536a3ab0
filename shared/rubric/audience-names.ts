import type { Audience } from './rubric'

/** 考核对象类别 as the annexes print them under their titles. */
export const audienceNames: Record<Audience, string> = {
  township: '开发区、乡镇',
  system: '系统',
  'party-government': '党群、政府、政法系统',
  enterprise: '直属企业',
}
