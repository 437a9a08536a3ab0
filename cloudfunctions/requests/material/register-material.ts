import { RegisterMaterial } from '#shared/contract/material-contract'
import { type Problem, problem } from '#shared/errors/problems'
import { areAsAnnounced } from '#shared/materials/manifest'
import { type Material, maximumMaterials, type StoredFile, sourceOf } from '#shared/materials/material'
import { findItem } from '#shared/rubric/rubric'
import { bodyHash } from '../../infrastructure/canonical-json'
import { permissions } from '../../permissions/permissions'
import type { StoredSheet } from '../../repositories/assessments'
import { noteFileUses } from '../../repositories/file-hashes'
import { readUnit } from '../../repositories/units'
import { materialsFolder, readUploadTickets, type UploadTicket } from '../../repositories/upload-tickets'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { Refusal, refuse } from '../../request-pipeline/refusal'
import { loadSheet, rubricOf } from '../assessment/load-sheet'
import {
  answerIfRepeated,
  changedMaterials,
  changeMaterials,
  type MaterialPlan,
  repeatedChange,
} from './change-materials'
import { checkTickets, takeInFiles } from './take-in-files'

export const registerMaterial = defineRequest('material.register', {
  // The outbox sends it when the files are up; nobody waits. With files it claims, moves, signs, reads and writes.
  interactive: false,
  schema: RegisterMaterial,
  load: (input: RegisterMaterial) => ({
    ...loadSheet(input),
    tickets: readUploadTickets(ticketIdsOf(input)),
    unit: needed(readUnit(input.unitId), 'unit.unknown'),
  }),
  permit: permissions['material.register'],
  repeated: scene => answerIfRepeated(scene, [scene.input.materialId]),
  act: async scene => {
    const { input, loaded, asker, now } = scene
    const { cycleId, unitId, materialId, files, items } = input
    const hash = contentHash(input)
    const known = loaded.assessment.materials[materialId]
    if (known?.bodyHash === hash) return changedMaterials(scene, loaded.assessment, [materialId])
    const rubric = await rubricOf(loaded.assessment)
    if (items.some(itemId => !findItem(rubric, itemId))) return refuse('item.unknown')

    const ticketIds = ticketIdsOf(input)
    const purpose = `material:${materialId}`
    const holder = { cycleId, unitId, memberId: asker.memberId, purpose, now }
    const obstacle =
      obstacleTo(input, loaded.assessment, hash) ??
      checkTickets(ticketIds, loaded.tickets, holder) ??
      checkUses(files, loaded.tickets) ??
      checkAnnounced(input, loaded.assessment, loaded.tickets)
    if (obstacle) return (await repeatedChange(scene, [materialId])) ?? new Refusal(obstacle)

    const taken = await takeInFiles(loaded.tickets, materialsFolder(cycleId, unitId), purpose)
    if ('code' in taken) return (await repeatedChange(scene, [materialId])) ?? new Refusal(taken)
    const { name, documentNumber, date, whereabouts, personal } = input
    const material: Material = {
      revision: 1,
      name,
      documentNumber,
      date,
      whereabouts,
      files: storedFiles(files, loaded.tickets, taken),
      ...(personal ? { personal } : {}),
      items: [...new Set(items)],
      registeredAt: now,
      signature: { name: asker.name, memberId: asker.memberId, at: now },
      bodyHash: hash,
    }
    const changed = await changeMaterials(scene, {
      part: 'material.register',
      named: [materialId],
      mayStill: permissions['material.register'].when,
      plan: sheet => {
        const inTheWay = obstacleTo(input, sheet, hash) ?? checkAnnounced(input, sheet, loaded.tickets)
        return planOf(sheet, materialId, material, inTheWay)
      },
    })
    if (!(changed instanceof Refusal)) {
      const by = { cycleId, unitId, materialId, unitName: loaded.unit.name, at: now }
      await noteFileUses(material.files.map(sourceOf), by)
    }
    return changed
  },
})

type Files = RegisterMaterial['files']

function planOf(
  sheet: StoredSheet,
  materialId: string,
  after: Material,
  obstacle: Problem | null,
): MaterialPlan | Problem {
  if (obstacle) return obstacle
  // Delivered twice at once: the other delivery has written it.
  if (sheet.materials[materialId]) return { writes: [], from: null, to: null }
  const to = { materialId, name: after.name, files: after.files.length, items: after.items }
  return { writes: [{ materialId, before: undefined, after }], from: null, to }
}

/** Why this material cannot be part of the sheet, whatever became of its files. */
function obstacleTo(input: RegisterMaterial, sheet: StoredSheet, hash: string): Problem | null {
  const known = sheet.materials[input.materialId]
  if (known) return known.bodyHash === hash ? null : problem('material.exists')
  if (input.files.length === 0 && input.whereabouts === '') return problem('material.without-proof')
  if (sheet.summary.materials < maximumMaterials) return null
  return problem('material.too-many', { maximum: maximumMaterials })
}

/** A ticket is used as what it was announced for: its limits were those. */
function checkUses(files: Files, tickets: UploadTicket[]): Problem | null {
  const useOf = new Map(tickets.map(ticket => [ticket._id, ticket.use]))
  const fit = files.every(({ ticketId, thumbnailTicketId }) => {
    const use = useOf.get(ticketId)
    const isFile = use === 'picture' || use === 'document'
    return isFile && (thumbnailTicketId === null || useOf.get(thumbnailTicketId) === 'thumbnail')
  })
  return fit ? null : problem('material.ticket-unknown')
}

/** What was announced with the 报送 is exactly this; another file under its id would be smuggled into it. */
function checkAnnounced({ materialId, files }: RegisterMaterial, sheet: StoredSheet, tickets: UploadTicket[]) {
  const announced = sheet.manifest?.find(entry => entry.materialId === materialId)
  if (!announced || sheet.stage !== 'submitted') return null
  const byId = new Map(tickets.map(ticket => [ticket._id, ticket]))
  const arriving = files.flatMap(({ ticketId }) => byId.get(ticketId) ?? [])
  return areAsAnnounced(announced, arriving) ? null : problem('material.not-as-announced')
}

function storedFiles(files: Files, tickets: UploadTicket[], fileIds: Map<string, string>): StoredFile[] {
  const byId = new Map(tickets.map(ticket => [ticket._id, ticket]))
  return files.flatMap(({ ticketId, thumbnailTicketId, sourceSha256 }) => {
    const ticket = byId.get(ticketId)
    const fileId = fileIds.get(ticketId)
    if (!ticket || !fileId) return []
    const thumbnailId = thumbnailTicketId === null ? null : (fileIds.get(thumbnailTicketId) ?? null)
    const { type, bytes, sha256 } = ticket
    return [{ fileId, thumbnailId, type, bytes, sha256, ...(sourceSha256 ? { sourceSha256 } : {}) }]
  })
}

function ticketIdsOf({ files }: RegisterMaterial): string[] {
  return files.flatMap(({ ticketId, thumbnailTicketId }) => [ticketId, thumbnailTicketId ?? []].flat())
}

/** The same material sent under another operation is still the same material. */
function contentHash({ operationId: _operationId, ...content }: RegisterMaterial): string {
  return bodyHash(content)
}
