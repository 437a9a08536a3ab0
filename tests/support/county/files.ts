import { createHash } from 'node:crypto'
import { PNG } from 'pngjs'
import type { FileAnnouncement, MaterialTicket, RegisterMaterial } from '#shared/contract/material-contract'
import { type County, cycleId } from '../county'
import { newId } from './sheets'

/** Bytes and what is announced of them. */
export interface TestFile extends FileAnnouncement {
  content: Buffer
}

export function fileOf(content: Buffer, use: FileAnnouncement['use'], type: FileAnnouncement['type']): TestFile {
  const sha256 = createHash('sha256').update(content).digest('hex')
  return { content, use, type, bytes: content.length, sha256 }
}

/** A small real picture; another shade is another file. */
export function picture(shade: number, use: FileAnnouncement['use'] = 'picture'): TestFile {
  const png = new PNG({ width: 8, height: 8 })
  png.data.fill(shade)
  return fileOf(PNG.sync.write(png), use, 'image/png')
}

export const pdf = (text = 'a list of names') =>
  fileOf(Buffer.from(`%PDF-1.4\n${text}\n`), 'document', 'application/pdf')

export async function takeTickets(
  county: County,
  openid: string,
  files: TestFile[],
  unitId = 'township-a',
): Promise<MaterialTicket[]> {
  const announced = files.map(({ content: _content, ...file }) => file)
  return (await county.as(openid).get('material.ticket', { cycleId, unitId, files: announced })).tickets
}

/** As `wx.cloud.uploadFile`; the answer is WeChat's. */
export async function upload(county: County, openid: string, path: string, content: Buffer): Promise<unknown> {
  const query = new URLSearchParams({ path, openid })
  const response = await fetch(`${county.cloud.address}/wechat/upload-file?${query}`, {
    method: 'POST',
    body: new Uint8Array(content),
  })
  return response.json()
}

/** As `wx.cloud.deleteFile`; answers which of them are gone. */
export async function deleteAsClient(county: County, openid: string, fileIds: string[]): Promise<string[]> {
  const response = await fetch(`${county.cloud.address}/wechat/delete-file`, {
    method: 'POST',
    body: JSON.stringify({ openid, fileList: fileIds }),
  })
  const { fileList }: { fileList: { fileID: string; status: number }[] } = await response.json()
  return fileList.filter(({ status }) => status === 0).map(({ fileID }) => fileID)
}

/** Takes tickets and puts the files where they say; answers what `material.register` wants. */
export async function uploaded(
  county: County,
  openid: string,
  files: TestFile[],
  unitId = 'township-a',
): Promise<RegisterMaterial['files']> {
  const tickets = await takeTickets(county, openid, files, unitId)
  await Promise.all(
    tickets.map(({ path }, index) => upload(county, openid, path, files[index]?.content ?? Buffer.of())),
  )
  return tickets.map(({ ticketId }) => ({ ticketId, thumbnailTicketId: null }))
}

/** The same for photographs, each of which stands for its own thumbnail as well. */
export async function picturesWithThumbnails(
  county: County,
  openid: string,
  pictures: TestFile[],
): Promise<RegisterMaterial['files']> {
  const small = pictures.map((file): TestFile => ({ ...file, use: 'thumbnail' }))
  const [full, thumbnails] = [await uploaded(county, openid, pictures), await uploaded(county, openid, small)]
  return full.map(({ ticketId }, index) => ({ ticketId, thumbnailTicketId: thumbnails[index]?.ticketId ?? null }))
}

/** A registration as a phone sends it; by default an original that is only named. */
export function registration(fields: Partial<RegisterMaterial> = {}): RegisterMaterial {
  return {
    cycleId,
    unitId: 'township-a',
    operationId: newId(),
    materialId: newId(),
    name: '党委会议纪要',
    documentNumber: '',
    date: '',
    whereabouts: '原件在1号盒第3页',
    files: [],
    items: [],
    ...fields,
  }
}
