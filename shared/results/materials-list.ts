import type { Assessment } from '../assessment/assessment'
import { isPicture, type Material } from '../materials/material'
import { type Item, itemsOf, type Rubric } from '../rubric/rubric'
import type { MaterialsList, MaterialsRow } from './form-table'

export interface MaterialsSource {
  rubric: Rubric
  unitName: string
  year: string
  materials: Assessment['materials']
}

/**
 * 资料目录: every item in the order of the annex with what proves it, then what is not sorted to any item yet, so that
 * nothing in the folder is left out. A material that proves three items stands in three places, as its copies would.
 */
export function materialsList({ rubric, unitName, year, materials }: MaterialsSource): MaterialsList {
  const inOrder = Object.values(materials).sort((a, b) => a.registeredAt - b.registeredAt)
  const items = itemsOf(rubric)
  const known = new Set(items.map(item => item.id))
  const unsorted = inOrder.filter(material => !material.items.some(itemId => known.has(itemId)))
  return {
    unitName,
    year,
    title: '工会工作目标考核资料目录',
    rows: [
      ...items.flatMap(item => rowsOf(item, inOrder)),
      ...unsorted.map(material => rowOf({ number: null, shortName: '还没归到考评内容' }, material)),
    ],
  }
}

function rowsOf(item: Item, materials: Material[]): MaterialsRow[] {
  const proving = materials.filter(material => material.items.includes(item.id))
  if (proving.length > 0) return proving.map(material => rowOf(item, material))
  const name = item.evidence === 'county-record' ? '（县总有记录，不用准备）' : ''
  return [
    { number: item.number, shortName: item.shortName, name, documentNumber: '', date: '', whereabouts: '', files: '' },
  ]
}

function rowOf({ number, shortName }: Pick<MaterialsRow, 'number' | 'shortName'>, material: Material): MaterialsRow {
  const { name, documentNumber, date, whereabouts, files } = material
  return { number, shortName, name, documentNumber, date, whereabouts, files: countFiles(files) }
}

/** A photographed page is a page; a document is one piece, however many pages it holds. */
function countFiles(files: Material['files']): string {
  const pages = files.filter(file => isPicture(file.type)).length
  const documents = files.length - pages
  return [pages > 0 ? `${pages}页` : '', documents > 0 ? `${documents}份` : ''].join('')
}
