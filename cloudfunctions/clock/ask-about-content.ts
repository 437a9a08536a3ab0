import type { Instant } from '#shared/assessment/assessment'
import type { CheckState, FileCheck, TextCheck } from '#shared/materials/wechat-check'
import { signedAddresses } from '../infrastructure/storage'
import { askWeChat } from '../infrastructure/wechat'
import type { keepChecks } from '../repositories/content-checks'
import { readOpenids } from '../repositories/members'
import type { PictureToCheck, TextToCheck } from './content-to-check'

/** After so many silences the office looks itself. */
const ATTEMPTS = 3
/** 资料: the scene of WeChat's under which a unit's pictures and remarks fall. */
const PROFILE_SCENE = 1
const MAXIMUM_CHARACTERS = 2500

type Found = Parameters<typeof keepChecks>[1]

/** Asks WeChat about all of it. What it could not answer now is missing from the result and is asked again later. */
export async function askAboutContent(
  wanted: readonly (PictureToCheck | TextToCheck)[],
  now: Instant,
): Promise<Found & { isComplete: boolean }> {
  const pictures = wanted.filter(one => one.kind === 'picture')
  const [openids, addresses] = await Promise.all([
    readOpenids([...new Set(wanted.map(authorOf))]),
    signedAddresses(pictures.map(({ fileId }) => fileId)),
  ])
  const found: Found = { files: {}, texts: {}, traces: [] }
  let isComplete = true
  await Promise.all(
    wanted.map(async one => {
      const openid = openids.get(authorOf(one))
      const isDone =
        one.kind === 'picture'
          ? await askAboutPicture(one, openid, addresses.get(one.fileId), now, found)
          : await askAboutText(one, openid, found)
      isComplete &&= isDone
    }),
  )
  return { ...found, isComplete }
}

const authorOf = (one: PictureToCheck | TextToCheck) => (one.kind === 'picture' ? one.memberId : one.author)

async function askAboutPicture(
  { fileKey, fileId, materialId, attempts }: PictureToCheck,
  openid: string | undefined,
  address: string | undefined,
  now: Instant,
  found: Found,
): Promise<boolean> {
  const keep = (state: CheckState) => {
    const check: FileCheck = { materialId, fileId, state, attempts: attempts + 1, askedAt: now, decision: null }
    found.files[fileKey] = check
    return true
  }
  // Removed since, or handed in by somebody who is no member any more: nobody can be named to WeChat.
  if (!openid || !address || attempts >= ATTEMPTS) return keep('could-not-check')
  const about = { media_url: address, media_type: 2, version: 2, scene: PROFILE_SCENE, openid }
  const answer = await askWeChat('security.mediaCheckAsync', about)
  if (!answer) return false
  const { errcode, trace_id: traceId } = answer
  if (errcode !== 0 || !traceId) return keep('could-not-check')
  found.traces.push({ traceId, fileKey })
  return keep('pending')
}

async function askAboutText(
  { key, name, side, text, place }: TextToCheck,
  openid: string | undefined,
  found: Found,
): Promise<boolean> {
  const keep = (state: CheckState) => {
    const check: TextCheck = { state, name, side, place, text: state === 'pass' ? null : text, decision: null }
    found.texts[key] = check
    return true
  }
  if (!openid) return keep('could-not-check')
  const content = [...text].slice(0, MAXIMUM_CHARACTERS).join('')
  const answer = await askWeChat('security.msgSecCheck', { content, version: 2, scene: PROFILE_SCENE, openid })
  if (!answer) return false
  return keep(answer.errcode === 0 ? stateOf(answer.result?.suggest) : 'could-not-check')
}

/** WeChat's word as ours: what it wants a person to look at, the office looks at. */
function stateOf(suggest: string | undefined): CheckState {
  return suggest === 'pass' || suggest === 'risky' ? suggest : 'could-not-check'
}
