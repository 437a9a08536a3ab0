import { useState } from 'react'
import type { PictureToLookAt } from '#shared/contract/content-contract'
import { ask } from '../../backend/ask'
import { useRequest } from '../../backend/use-request'
import { previewPictures } from '../../platform/preview-pictures'

/** 投诉建议 of everybody. */
export function useInbox() {
  return { complaints: useRequest('complaint.list', {}) }
}

type Looked = { unitId: string; shown: boolean } & ({ fileKey: string } | { textKey: string })

/** The pictures and words that WeChat wants a person to look at, and what the office says of them. */
export function useContent(cycleId: string) {
  const content = useRequest('content.list', { cycleId })
  const [problem, setProblem] = useState<string | null>(null)
  const decide = async (what: Looked) => {
    const asked = await ask('content.decide', { cycleId, ...what })
    setProblem(asked.ok ? null : asked.problem.message)
    if (asked.ok) await content.reload()
  }
  /** Personal papers are opened one by one, and the county notes who opens them. */
  const openPersonal = async (unitId: string, { materialId, place }: NonNullable<PictureToLookAt['personal']>) => {
    const asked = await ask('material.view', { cycleId, unitId, size: 'full', materials: [materialId] })
    const address = asked.ok ? asked.output.addresses[materialId]?.[place] : null
    if (address) previewPictures([address])
    setProblem(asked.ok ? (address ? null : '这个文件现在打不开，请再点一次。') : asked.problem.message)
  }
  return { content: content.output, problem: problem ?? content.problem?.message ?? null, decide, openPersonal }
}
