import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { type Problem, problem } from '#shared/errors/problems'
import { fileTypes } from '#shared/materials/material'
import { ask } from '../../backend/ask'
import { uploadCountyFile } from '../../backend/upload-county-file'
import { useRequest } from '../../backend/use-request'
import { chooseDocument } from '../../platform/documents'
import { localFiles } from '../../platform/local-files'
import { goToRubricDraft } from '../frame/places'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** 评分细则: the versions, the documents that were uploaded, and uploading one. */
export function useRubrics() {
  const versions = useRequest('rubric.versions', {})
  const uploads = useRequest('rubric.uploads', {})
  const [comparing, setComparing] = useState<string | null>(null)
  const compareWith = comparing === null ? null : { with: { rubricVersionId: comparing } }
  const compared = useRequest('rubric.compare', compareWith)
  const [busy, setBusy] = useState<string | null>(null)
  const [failure, setFailure] = useState<Problem | null>(null)
  useDidShow(() => void Promise.all([versions.reload(), uploads.reload()]))

  /** Whatever is chosen is sent: what is no Word file, its reader says what to do about. */
  async function upload() {
    const file = await chooseDocument(fileTypes)
    if (file === null) return
    setFailure(null)
    if (file === 'unreadable')
      return setFailure(problem('document.unreadable', { why: '这份文件打不开。请再选一次。' }))
    setBusy('正在上传')
    const announced = { ...file, type: file.type ?? word } as const
    const sent = await uploadCountyFile('rubric', announced, share => setBusy(`正在上传 ${Math.round(share * 100)}%`))
    await localFiles.remove(file.path)
    if (!sent.ok) {
      setBusy(null)
      return setFailure(sent.problem)
    }
    setBusy('正在读文件里的表格')
    const read = await ask('rubric.read-document', { ticketId: sent.ticketId, fileName: file.name.slice(-120) })
    setBusy(null)
    if (!read.ok) return setFailure(read.problem)
    goToRubricDraft(read.output.uploadId)
  }

  return { versions, uploads, comparing, setComparing, compared, busy, failure, upload }
}
