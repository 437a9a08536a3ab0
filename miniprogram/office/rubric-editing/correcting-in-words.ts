import { printClock } from '#shared/cycle/beijing-time'
import type { StatusKind } from '../../components/status-line/status-line'
import { type Draft, type Edit, findRow } from './edits'
import type { Correcting } from './make-corrections'

/** 已存 15:06 · 正在保存 · 没信号，3处先存本机 · 1处要您看一下. */
export function correctingInWords(
  { edits, status, savedAt, isFull }: Correcting,
  machine: string,
): { kind: StatusKind; text: string } {
  if (isFull) return { kind: 'look', text: `${machine}存满了，没存的还在屏幕上，先不要关` }
  if (status === 'no-signal') return { kind: 'no-signal', text: `没信号，${edits.length}处先存${machine}` }
  if (status === 'refused') return { kind: 'look', text: `${edits.length}处没有保存，在${machine}里` }
  if (status === 'asked') return { kind: 'look', text: '别人也改了，要您看一下' }
  if (edits.length > 0) return { kind: 'uploading', text: '正在保存' }
  return { kind: 'received', text: savedAt === null ? '' : `已存 ${printClock(savedAt)}` }
}

const fieldNames = {
  text: '考评内容',
  basis: '评分细则',
  points: '分值',
  department: '部室',
  readers: '可查看的部室',
  departmentToBeConfirmed: '待县总确认',
  shortName: '短名',
  preparation: '怎么准备',
  evidence: '佐证方式',
  notApplicableReasons: '不涉及的理由',
  name: '项目名称',
  departmentsAsWritten: '责任部室写法',
  annex: '附件号',
  title: '标题',
  audience: '考核对象类别',
  audienceAsWritten: '考核对象写法',
}

/** A change that somebody else's stands against: where, and both values of each field, in words. */
export function bothValues(draft: Draft, edit: Edit): { place: string; mine: string; theirs: string } | null {
  if (edit.kind !== 'row' && edit.kind !== 'category' && edit.kind !== 'heading') return null
  const row = edit.kind === 'row' ? findRow(draft, edit.itemId)?.row : undefined
  const category = edit.kind === 'category' ? draft.categories.find(({ id }) => id === edit.categoryId) : undefined
  const now = edit.kind === 'heading' ? draft : (row ?? category)
  const name = edit.kind === 'heading' ? '标题' : ((row?.shortName || row?.text.slice(0, 12)) ?? category?.name)
  if (!now) return { place: '这一项', mine: valuesOf(edit.to, edit.to), theirs: '已经删去了' }
  return { place: name ?? '这一项', mine: valuesOf(edit.to, edit.to), theirs: valuesOf(now, edit.to) }
}

/** The fields that `asked` has, as `value` has them. */
function valuesOf(value: object, asked: object): string {
  const values = new Map(Object.entries(value))
  return Object.entries(fieldNames)
    .filter(([key]) => key in asked)
    .map(([key, name]) => `${name}：${printed(values.get(key))}`)
    .join('　')
}

function printed(value: unknown): string {
  if (Array.isArray(value)) return value.join('、') || '空'
  if (typeof value === 'boolean') return value ? '是' : '否'
  return value === null || value === undefined || value === '' ? '空' : String(value)
}
