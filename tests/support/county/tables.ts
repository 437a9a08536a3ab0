import { createHash } from 'node:crypto'
import { Workbook, type Worksheet } from 'exceljs'
import type { RequestInput } from '#shared/contract/api-contract'
import type { FileAnnouncement } from '#shared/contract/material-contract'
import { type County, cycleId } from '../county'
import { upload } from './files'

export const excelType: FileAnnouncement['type'] = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A table as somebody fills it: the template as downloaded, edited as in Excel. */
export async function filledTable(
  county: County,
  asked: Extract<RequestInput<'document.make'>, { kind: 'targets' | 'records' }>,
  edit: (sheet: Worksheet) => void,
  openid = 'office',
): Promise<Buffer> {
  const { address } = await county.as(openid).get('document.make', asked)
  const workbook = await openWorkbook(Buffer.from(await (await fetch(address)).arrayBuffer()))
  const [sheet] = workbook.worksheets
  if (!sheet) throw new Error('the template has no sheet')
  edit(sheet)
  return bytesOf(workbook)
}

export async function openWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const workbook = new Workbook()
  // Typed for an older Buffer than that of this Node.
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer)
  return workbook
}

export async function bytesOf(workbook: Workbook): Promise<Buffer> {
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** A table that nobody downloaded: rows of cells from A1. */
export async function plainTable(rows: readonly (readonly unknown[])[], name = 'Sheet1'): Promise<Buffer> {
  const workbook = new Workbook()
  workbook.addWorksheet(name).addRows(rows.map(row => [...row]))
  return bytesOf(workbook)
}

/** Takes a ticket for a table and puts the file where it says; answers the ticket. */
export async function tableTicket(county: County, content: Buffer, openid = 'office', type = excelType) {
  const sha256 = createHash('sha256').update(content).digest('hex')
  const file = { use: 'table' as const, type, bytes: content.length, sha256 }
  const { tickets } = await county.as(openid).get('county.ticket', { files: [file] })
  const [ticket] = tickets
  if (!ticket) throw new Error('no ticket was given')
  await upload(county, openid, ticket.path, content)
  return ticket.ticketId
}

/** Uploads a 目标任务分解表 and has it previewed. */
export async function previewTargets(county: County, content: Buffer, openid = 'office') {
  const ticketId = await tableTicket(county, content, openid)
  return county.as(openid).get('target.preview', { cycleId, ticketId, fileName: '任务分解表.xlsx' })
}
