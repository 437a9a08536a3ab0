import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useMemo, useState } from 'react'
import type { UploadedAnnex } from '#shared/contract/rubric-contract'
import type { Problem } from '#shared/errors/problems'
import type { ImportFinding } from '#shared/rubric-import/rubric-document'
import { ask } from '../../backend/ask'
import { useRequest } from '../../backend/use-request'
import { tableKeys } from '../../platform/table-keys'
import { applyEdit, draftOf, type Edit, findRow } from '../rubric-editing/edits'
import { type AnnexPart, marksOf, partKey, partOf } from '../rubric-editing/places-of-findings'
import { useCorrections } from '../rubric-editing/use-corrections'

/** One uploaded document: its annexes as understood and corrected, and publishing them. */
export function useRubricDraft() {
  const uploadId = useRouter().params.uploadId ?? ''
  const asked = useRequest('rubric.upload', { uploadId })
  const upload = asked.output
  const corrections = useCorrections(uploadId, upload !== null)
  const { edits } = corrections.correcting
  const [place, setPlace] = useState(0)
  const [part, setPart] = useState<AnnexPart | null>(null)
  const [view, setView] = useState<'draft' | 'comparison'>('draft')
  const [publishing, setPublishing] = useState(false)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const annex = upload?.annexes[place] ?? null
  const draft = useMemo(
    () =>
      annex &&
      edits.filter(edit => edit.annex === place).reduce((all, { edit }) => applyEdit(all, edit), draftOf(annex)),
    [annex, edits, place],
  )
  // Asked anew once a correction is saved: what is compared is what the county has.
  const compareWith = { with: { uploadId, annex: place } }
  const compared = useRequest('rubric.compare', view === 'comparison' && edits.length === 0 ? compareWith : null)

  function choose(next: AnnexPart | null) {
    setPart(next)
    if (next) tableKeys.reveal(next.kind === 'heading' ? 'draft-heading' : `draft-${partKey(next)}`)
  }

  /** The rows before one was added: the county gives it its id, and then it is opened to be written. */
  const [before, setBefore] = useState<readonly string[] | null>(null)
  useEffect(() => {
    const added = before && idsOf(annex).find(id => !before.includes(id))
    if (!added) return
    setBefore(null)
    setPart({ kind: 'row', id: added })
  }, [annex, before])

  function edit(change: Edit) {
    if (change.kind === 'add') setBefore(idsOf(annex))
    void corrections.edit(place, change)
  }

  async function remove(itemId: string) {
    const found = draft && findRow(draft, itemId)
    if (!found) return
    const { confirm } = await Taro.showModal({
      title: '删去这一项？',
      content: `${found.row.text || '还没有写考评内容'}　删去以后，后面各项的序号会跟着变。`,
      cancelText: '不删',
      confirmText: '删去',
    })
    if (!confirm) return
    setPart(null)
    edit({ kind: 'remove', itemId })
  }

  async function publish() {
    if (!upload || !annex) return
    const { confirm } = await Taro.showModal({
      title: `发布${annex.file.annex}？`,
      content: '发布以后这一份不再变，开始考核时可以选用。以后再改，要另外发布一份。',
      cancelText: '先不发布',
      confirmText: '发布',
    })
    if (!confirm) return
    setPublishing(true)
    const { revision } = upload
    const answer = await ask('rubric.publish', { uploadId, revision, annex: place })
    setPublishing(false)
    setRefusal(answer.ok ? null : answer.problem)
    if (answer.ok) asked.replace(answer.output)
    else if (answer.problem.code === 'upload.stale') await asked.reload()
  }

  const row = draft && part?.kind === 'row' ? findRow(draft, part.id) : null
  const category = draft && part?.kind === 'category' ? draft.categories.find(({ id }) => id === part.id) : null
  return {
    asked,
    upload,
    annex,
    draft,
    place,
    setPlace(next: number) {
      setPlace(next)
      setPart(null)
      setRefusal(null)
    },
    view,
    setView,
    compared,
    marks: annex ? marksOf(annex) : new Map<string, ImportFinding['weight']>(),
    part,
    choose,
    goTo: (finding: ImportFinding) => annex && choose(partOf(finding, annex)),
    findingsHere:
      annex && part
        ? annex.findings.filter(finding => finding.path.length > 0 && partKey(partOf(finding, annex)) === partKey(part))
        : [],
    row,
    category: category ?? null,
    edit,
    remove,
    corrections,
    mustsLeft: annex?.findings.filter(({ weight }) => weight === 'must').length ?? 0,
    publishing,
    publish,
    refusal,
  }
}

function idsOf(annex: UploadedAnnex | null): string[] {
  return annex?.file.categories.flatMap(({ items }) => items.map(({ id }) => id)) ?? []
}

export type RubricDraftPage = ReturnType<typeof useRubricDraft>
