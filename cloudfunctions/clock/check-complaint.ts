import { askWeChat } from '../infrastructure/wechat'
import { keepComplaintCheck, readComplaint } from '../repositories/complaints'
import type { JobPayloads } from '../repositories/jobs'
import { readOpenids } from '../repositories/members'

/** 资料: the scene under which WeChat looks at it. */
const PROFILE_SCENE = 1

/** WeChat looks at the words of a complaint; what it thinks is said to the office beside them. */
export async function checkComplaint({ complaintId }: JobPayloads['check-complaint']): Promise<void> {
  const complaint = await readComplaint(complaintId)
  if (!complaint) return
  const { senderId, text } = complaint
  const openid = complaint.openid ?? (await readOpenids([senderId])).get(senderId)
  if (!openid) return keepComplaintCheck(complaintId, 'could-not-check')
  const answer = await askWeChat('security.msgSecCheck', { content: text, version: 2, scene: PROFILE_SCENE, openid })
  if (!answer) throw new Error('WeChat could not answer now')
  const { errcode, result } = answer
  const isSaid = errcode === 0 && (result?.suggest === 'pass' || result?.suggest === 'risky')
  return keepComplaintCheck(complaintId, isSaid ? (result.suggest === 'pass' ? 'pass' : 'risky') : 'could-not-check')
}
