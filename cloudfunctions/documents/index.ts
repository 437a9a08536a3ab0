import * as v from 'valibot'
import { readRubric } from './read-rubric'
import { readTable } from './read-table'
import { storeDocument } from './store-document'
import { DocumentTask } from './tasks'

/** The function that makes and reads files; only `api` may call it (function rules deny clients everything but `api`). */
export async function main(event: unknown): Promise<unknown> {
  const task = v.parse(DocumentTask, event)
  switch (task.task) {
    case 'make':
      return storeDocument(task.asked)
    case 'read-rubric':
      return readRubric(task.fileId)
    case 'read-table':
      return readTable(task.fileId, task.sheet)
  }
}
