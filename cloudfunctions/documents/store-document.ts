import { assessmentId } from '#shared/assessment/assessment'
import type { Form, MakeDocument } from '#shared/contract/office-contract'
import { documentFileName, visitRecordFileName } from '#shared/results/document-name'
import { randomId } from '../infrastructure/secrets'
import { storeObject } from '../infrastructure/storage'
import { readSheet } from '../repositories/assessments'
import { readHeldTexts } from '../repositories/content-checks'
import { readCounty } from '../repositories/counties'
import { readCycle } from '../repositories/cycles'
import { readRubricVersion } from '../repositories/rubric-versions'
import { readUnit } from '../repositories/units'
import { readingAs } from '../requests/views/reading'
import { formDocument } from './form-document'
import { blankForm, unitForm } from './form-rows'
import { materialsDocument } from './materials-document'
import { type AskedVisitRecord, readVisitRecord } from './read-visit-record'
import type { StoredDocument } from './tasks'
import { visitRecordDocument } from './visit-record-document'

/**
 * Makes the document and stores it where no client can write. Reads what it prints itself: a folder of 300 materials
 * would not fit into a call from function to function. Whether the person may have it, `api` has decided.
 */
export async function storeDocument(asked: MakeDocument, readsHeld: boolean): Promise<StoredDocument> {
  const { fileName, bytes } = await makeDocument(asked, readsHeld)
  const fileId = await storeObject(`documents/${randomId()}/${pathName(fileName)}`, bytes)
  return { fileName, fileId }
}

async function makeDocument(asked: MakeDocument, readsHeld: boolean): Promise<{ fileName: string; bytes: Buffer }> {
  if (asked.kind === 'targets' || asked.kind === 'records') {
    // The library for Excel is loaded where Excel is asked for: it would slow down every Word file.
    return (await import('./table-document')).tableDocument(asked)
  }
  if (asked.kind === 'visit') {
    const record = await readVisitRecord(asked)
    return { fileName: visitRecordFileName(record), bytes: await visitRecordDocument(record) }
  }
  if (asked.kind !== 'blank') return printForm(await readForm(asked, readsHeld))
  const [cycle, county, rubric] = await Promise.all([
    readCycle(asked.cycleId),
    readCounty(),
    readRubricVersion(asked.rubricVersionId),
  ])
  if (!cycle || !rubric) throw new Error('The cycle or the rubric is gone')
  const table = blankForm({ cycle, rubric, county })
  return { fileName: documentFileName('blank', table), bytes: await formDocument('blank', table) }
}

type AskedForm = Exclude<Extract<MakeDocument, { unitId: string }>, AskedVisitRecord>

async function readForm({ kind, cycleId, unitId }: AskedForm, readsHeld: boolean): Promise<Form> {
  const [cycle, county, unit, assessment, held] = await Promise.all([
    readCycle(cycleId),
    readCounty(),
    readUnit(unitId),
    readSheet(assessmentId(cycleId, unitId)),
    readHeldTexts(assessmentId(cycleId, unitId)),
  ])
  const rubric = assessment && (await readRubricVersion(assessment.rubricVersionId))
  if (!cycle || !unit || !assessment || !rubric) throw new Error('The cycle, the unit or its sheet is gone')
  const look = readingAs(held, () => readsHeld)
  return unitForm(kind, { cycle, rubric, county, unit, assessment }, look)
}

async function printForm(form: Form): Promise<{ fileName: string; bytes: Buffer }> {
  if (form.kind === 'materials') {
    return { fileName: documentFileName('materials', form.list), bytes: await materialsDocument(form.list) }
  }
  return { fileName: documentFileName(form.kind, form.table), bytes: await formDocument(form.kind, form.table) }
}

/** Storage paths take letters, digits and Chinese characters; brackets and blanks only cause trouble there. */
function pathName(fileName: string): string {
  const [, name = '', ending = ''] = /^(.*)(\.(?:docx|xlsx))$/.exec(fileName) ?? []
  return `${name.replace(/[^\w\u4e00-\u9fa5]+/g, '-')}${ending}`
}
