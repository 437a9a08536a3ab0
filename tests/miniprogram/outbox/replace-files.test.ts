import { problem } from '#shared/errors/problems'
import { type Box, emptyBox, type LocalFile } from '../../../miniprogram/outbox/box'
import { removeMaterial } from '../../../miniprogram/outbox/change-materials'
import { giveUpOperation } from '../../../miniprogram/outbox/give-up'
import {
  addMaterial,
  dropOperation,
  markOperation,
  nextChange,
  operationsOf,
} from '../../../miniprogram/outbox/materials'
import { overlayMaterials } from '../../../miniprogram/outbox/overlay-materials'
import { replaceFiles } from '../../../miniprogram/outbox/replace-files'

// A page turned or cropped by hand: what was there stays until the new page is safe.

const sheetKey = '2026:madian'
let made = 0
const place = {
  cycleId: '2026',
  unitId: 'madian',
  sheetKey,
  at: 1,
  newId: () => {
    made += 1
    return `id-${made}`
  },
}
const file = (path: string): LocalFile => ({
  path,
  type: 'image/jpeg',
  bytes: 1,
  sha256: 'a',
  thumbnail: { path: `${path}-small`, bytes: 1, sha256: 'b' },
})
const description = { name: '签到册', documentNumber: '', date: '', whereabouts: '' }
const replaced = { materialId: 'page', description, items: ['a1-01'], files: [file('new')] }

/** The county has the page already: the new one is queued, and the removal of the old one behind it. */
const atTheCounty = (): { box: Box; registered: string; operationId: string } => {
  const { box } = replaceFiles(emptyBox, place, replaced)
  const [registration] = operationsOf(box, sheetKey)
  if (registration?.kind !== 'register') throw new Error('not queued')
  return { box, registered: registration.materialId, operationId: registration.operationId }
}

test('a page that only this phone knows gets its files exchanged; the former ones are given back', () => {
  const ids = { materialId: 'page', operationId: 'o', at: 1 }
  const waiting = addMaterial(emptyBox, sheetKey, { description, files: [file('old')], items: [] }, ids)
  const { box, files } = replaceFiles(waiting, place, replaced)
  expect(files).toEqual(['old', 'old-small'])
  expect(operationsOf(box, sheetKey)).toMatchObject([{ materialId: 'page', files: [{ full: { path: 'new' } }] }])
})

test('the old page is removed once the new one is registered, and not before', () => {
  const { box, operationId } = atTheCounty()
  expect(nextChange(box, sheetKey)).toBeNull()
  const arrived = dropOperation(box, sheetKey, operationId)
  expect(nextChange(arrived, sheetKey)).toMatchObject({ request: 'material.remove', input: { materialId: 'page' } })
})

test('a new page that the county refuses leaves the old one; given up, nothing was changed', () => {
  const { box, operationId } = atTheCounty()
  const refused = markOperation(box, sheetKey, operationId, problem('assessment.closed'))
  expect(nextChange(refused, sheetKey)).toBeNull()
  const { box: left, files } = giveUpOperation(refused, sheetKey, operationId)
  expect(operationsOf(left, sheetKey)).toEqual([])
  expect(files).toEqual(['new', 'new-small'])
})

test('a new page that is removed before it was sent brings the old one back', () => {
  const { box, registered } = atTheCounty()
  expect(operationsOf(removeMaterial(box, place, registered).box, sheetKey)).toEqual([])
})

test('the person sees the new page in place of the old one at once', () => {
  const { box, registered } = atTheCounty()
  const view = { ...description, items: ['a1-01'], revision: 1, supplied: false, files: [], registeredAt: 1 }
  const signature = { name: '李', at: 1, fromPaper: false }
  const shown = overlayMaterials({ page: { ...view, signature } }, operationsOf(box, sheetKey), '李')
  expect(Object.keys(shown)).toEqual([registered])
  expect(shown[registered]).toMatchObject({ name: '签到册', items: ['a1-01'] })
})
