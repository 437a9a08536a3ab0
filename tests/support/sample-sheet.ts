import type { AssessedItem, Decision, SelfScore } from '#shared/assessment/assessment'
import type { Material } from '#shared/materials/material'
import { type FilledColumns, type FormTable, formTable } from '#shared/results/form-table'
import { materialsList } from '#shared/results/materials-list'
import { type Item, itemsOf, type Rubric } from '#shared/rubric/rubric'

const at = Date.UTC(2026, 10, 20, 1)
const signature = { name: '王秀英', memberId: 'm-1', at }

/** A sheet with every kind of cell: full marks, half points, a zero, and one 不涉及 that the department agrees to. */
export function sampleItems(rubric: Rubric): Record<string, AssessedItem> {
  return Object.fromEntries(itemsOf(rubric).map((item, index) => [item.id, sampleItem(item, index)]))
}

function sampleItem(item: Item, index: number): AssessedItem {
  const notApplicable = index === 10 ? '辖区无规模以上企业' : null
  const score = notApplicable ? null : index === 3 ? 0 : item.points - (index % 3 === 1 ? 50 : 0)
  const self: SelfScore = { revision: 1, score, notApplicable, remark: '', signature }
  const decision: Decision = {
    revision: 1,
    score: score === null ? null : Math.max(0, score - (index % 4 === 2 ? 50 : 0)),
    notApplicableAgreed: score === null,
    reasons: [],
    seen: ['phone-materials'],
    comment: '',
    seenSelfRevision: 1,
    signature,
  }
  return { self, reviews: { [item.department]: decision } }
}

/** A folder of which one paper proves two items, one is only named, and one is not sorted yet. */
export function sampleMaterials(rubric: Rubric): Record<string, Material> {
  const [first, second, third] = itemsOf(rubric)
  if (!first || !second || !third) throw new Error('a rubric has more than two items')
  const picture = { thumbnailId: null, type: 'image/jpeg', bytes: 1, sha256: '0'.repeat(64) } as const
  return Object.fromEntries(
    [
      material(0, '关于把工会工作纳入党委年度考核的通知', {
        documentNumber: '马发〔2026〕5号',
        date: '2026-02-11',
        files: ['1', '2', '3'].map(name => ({ ...picture, fileId: `cloud://county/materials/${name}` })),
        items: [first.id, second.id],
      }),
      material(1, '党委会议纪要（研究工会工作）', { whereabouts: '原件在1号盒第3页', items: [first.id] }),
      material(2, '工会干部培训签到册', { date: '2026-05-06', whereabouts: '原件在2号盒', items: [third.id] }),
      material(3, '年度工作照片', {
        files: [{ ...picture, type: 'application/pdf', fileId: 'cloud://county/materials/4' }],
        items: [],
      }),
    ].map((entry, index) => [`material-${index}`, entry]),
  )
}

function material(order: number, name: string, known: Partial<Material>): Material {
  const empty = { documentNumber: '', date: '', whereabouts: '', files: [], items: [] }
  return { revision: 1, name, ...empty, registeredAt: at + order, signature, bodyHash: '', ...known }
}

export const sampleLandings = ['考核组（签字）：', '县总工会（盖章）：']

/** The form of `rubric`, blank or filled as above, for 马店镇工会. */
export function sampleForm(rubric: Rubric, filled: FilledColumns): FormTable {
  const unitName = filled === 'none' ? '' : '马店镇工会'
  const items = filled === 'none' ? {} : sampleItems(rubric)
  return formTable(
    { rubric, unitName, year: '2026年度', landings: sampleLandings, items, notApplicable: 'full' },
    filled,
  )
}

export function sampleMaterialsList(rubric: Rubric) {
  return materialsList({
    rubric,
    unitName: '马店镇工会',
    year: '2026年度',
    materials: sampleMaterials(rubric),
  })
}
