import { useState } from 'react'
import type { MakeDocument } from '#shared/contract/office-contract'
import { type Problem, problem } from '#shared/errors/problems'
import { openDocument } from '../platform/open-document'
import { ask } from './ask'

/** Has a document made and hands it to the person. */
export function useDownload() {
  const [making, setMaking] = useState(false)
  const [failure, setFailure] = useState<Problem | null>(null)

  async function download(document: MakeDocument) {
    setMaking(true)
    const made = await ask('document.make', document)
    const opened = made.ok && (await openDocument(made.output))
    setMaking(false)
    setFailure(made.ok ? (opened ? null : problem('document.failed')) : made.problem)
  }
  return { making, problem: failure, download }
}
