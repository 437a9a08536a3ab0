import { type Problem, problem } from '#shared/errors/problems'
import { serverNow } from '../backend/ask'
import { uploadCountyFile } from '../backend/upload-county-file'
import type { SavedPicture } from '../platform/capabilities'
import { localFiles } from '../platform/local-files'
import { pictures } from '../platform/pictures'

/** A photographed page of the 签到册, on this machine until the meeting is entered. */
export interface AttendanceSheet extends SavedPicture {
  ticket: { ticketId: string; expiresAt: number } | null
}

/** Photographs or chooses pages; they travel when the meeting is entered, so that no ticket runs out meanwhile. */
export async function takeSheets(
  from: 'camera' | 'album',
): Promise<{ sheets: AttendanceSheet[]; problem: Problem | null }> {
  const { pictures: taken, failed } = await pictures.take(from, 'document')
  return {
    sheets: taken.map(picture => ({ ...picture, ticket: null })),
    problem: failed > 0 ? problem('material.wrong-type') : null,
  }
}

/** A ticket must still be valid when the meeting arrives. */
const NEEDED_VALIDITY = 60_000

/** Uploads the pages that are not there yet. `onUploaded` is told of each, so that none travels twice. */
export async function uploadSheets(
  sheets: readonly AttendanceSheet[],
  onUploaded: (sheet: AttendanceSheet) => void,
): Promise<{ tickets: string[] } | { problem: Problem }> {
  const tickets: string[] = []
  for (const sheet of sheets) {
    const isThere = sheet.ticket !== null && sheet.ticket.expiresAt > serverNow() + NEEDED_VALIDITY
    if (isThere && sheet.ticket) {
      tickets.push(sheet.ticket.ticketId)
      continue
    }
    const uploaded = await uploadCountyFile('attendance', sheet)
    if (!uploaded.ok) return uploaded
    const { ticketId, expiresAt } = uploaded
    onUploaded({ ...sheet, ticket: { ticketId, expiresAt } })
    tickets.push(ticketId)
  }
  return { tickets }
}

/** The county has them: this machine need not. */
export async function forgetSheets(sheets: readonly AttendanceSheet[]): Promise<void> {
  for (const { path, thumbnail } of sheets) {
    await localFiles.remove(path)
    await localFiles.remove(thumbnail.path)
  }
}
