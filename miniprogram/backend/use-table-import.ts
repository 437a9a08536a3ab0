import { useRef, useState } from 'react'
import { type Problem, problem } from '#shared/errors/problems'
import { chooseDocument } from '../platform/documents'
import { localFiles } from '../platform/local-files'
import type { Asked } from './make-ask'
import { uploadCountyFile } from './upload-county-file'

type PreviewName = 'target.preview' | 'record.preview'
type ImportName = 'target.import' | 'record.import'
type Previewed<Name extends PreviewName> = Extract<Asked<Name>, { ok: true }>['output']

export interface TableImport<Name extends PreviewName> {
  /** What is under way: 正在上传 45%, 正在核对, 正在导入; null while nothing is. */
  busy: string | null
  preview: Previewed<Name> | null
  /** Why nothing came of it. */
  problem: Problem | null
  /** What was imported, after the import and until the panel is closed. */
  done: string | null
  choose(): Promise<void>
  apply(): Promise<void>
  close(): void
}

const excel = ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] as const

/** An Excel table on its way in: chosen, uploaded, previewed, and only then, by one write, imported. */
export function useTableImport<Name extends PreviewName, Done extends ImportName>(requests: {
  preview: (ticketId: string, fileName: string) => Promise<Asked<Name>>
  apply: (ticketId: string) => Promise<Asked<Done>>
  /** What to say and read anew afterwards. */
  onDone: (preview: Previewed<Name>) => Promise<string>
}): TableImport<Name> {
  const [busy, setBusy] = useState<string | null>(null)
  const [preview, setPreview] = useState<Previewed<Name> | null>(null)
  const [failure, setFailure] = useState<Problem | null>(null)
  const [done, setDone] = useState<string | null>(null)

  // A file that was given up while it travelled must not come back.
  const attempt = useRef(0)

  function close() {
    attempt.current += 1
    setBusy(null)
    setPreview(null)
    setFailure(null)
    setDone(null)
  }

  async function choose() {
    const file = await chooseDocument(excel)
    if (file === null) return
    close()
    if (file === 'unreadable') return setFailure(problem('table.unreadable'))
    const mine = attempt.current
    const isGivenUp = () => attempt.current !== mine
    const tell = (share: number) => isGivenUp() || setBusy(`正在上传 ${Math.round(share * 100)}%`)
    setBusy('正在上传')
    const uploaded = await uploadCountyFile('table', file, tell)
    await localFiles.remove(file.path)
    if (isGivenUp()) return
    if (!uploaded.ok) {
      setBusy(null)
      const isNoTable = uploaded.problem.code === 'material.wrong-type'
      return setFailure(isNoTable ? problem('table.unreadable') : uploaded.problem)
    }
    setBusy('正在核对表里的每一格')
    const asked = await requests.preview(uploaded.ticketId, file.name)
    if (isGivenUp()) return
    setBusy(null)
    if (asked.ok) setPreview(asked.output)
    else setFailure(asked.problem)
  }

  async function apply() {
    if (!preview) return
    setBusy('正在导入')
    const asked = await requests.apply(preview.ticketId)
    if (asked.ok) {
      setDone(await requests.onDone(preview))
      setPreview(null)
    }
    setFailure(asked.ok ? null : asked.problem)
    setBusy(null)
  }

  return { busy, preview, problem: failure, done, choose, apply, close }
}
