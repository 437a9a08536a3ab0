import { Nothing } from '#shared/contract/fields'
import { OpenUpload } from '#shared/contract/rubric-contract'
import { permissions } from '../../permissions/permissions'
import { listSpelledDepartments } from '../../repositories/departments'
import { listUploads as list, readUpload } from '../../repositories/rubric-uploads'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { uploadView } from '../views/upload-view'

export const listUploads = defineRequest('rubric.uploads', {
  interactive: true,
  schema: Nothing,
  load: () => ({ uploads: list() }),
  permit: permissions['rubric.uploads'],
  act: async ({ loaded: { uploads } }) => ({
    uploads: uploads.map(({ _id, fileName, uploadedAt, by, annexes }) => ({
      uploadId: _id,
      fileName,
      uploadedAt,
      by,
      annexes: annexes.map(({ file }) => file.annex),
      published: annexes.filter(({ rubricVersionId }) => rubricVersionId !== null).length,
    })),
  }),
})

export const openUpload = defineRequest('rubric.upload', {
  interactive: true,
  schema: OpenUpload,
  load: ({ uploadId }) => ({
    upload: needed(readUpload(uploadId), 'upload.unknown'),
    departments: listSpelledDepartments(),
  }),
  permit: permissions['rubric.upload'],
  act: async ({ loaded: { upload, departments } }) => uploadView(upload, departments),
})
