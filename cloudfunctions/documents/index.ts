import * as v from 'valibot'
import { readRubric } from './read-rubric'
import { storeDocument } from './store-document'
import { DocumentTask } from './tasks'

/** The function that makes and reads files; only `api` may call it (function rules deny clients everything but `api`). */
export async function main(event: unknown): Promise<unknown> {
  const task = v.parse(DocumentTask, event)
  switch (task.task) {
    case 'make':
      return storeDocument(task.asked, task.readsHeld)
    case 'read-rubric':
      return readRubric(task.fileId)
    case 'read-table':
      // The library for Excel is loaded where Excel is asked for: it would slow down every Word file.
      return (await import('./read-table')).readTable(task.fileId, task.sheet)
  }
}
