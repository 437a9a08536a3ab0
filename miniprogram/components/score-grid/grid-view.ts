import type { UnitState } from '#shared/assessment/unit-state'

/** What a cell of the grid shows. */
export interface GridCellView {
  text: string
  /** `number` is a figure like any other; `not-asked` takes none. */
  kind: 'empty' | 'draft' | 'decided' | 'bad' | 'number' | 'not-asked'
  /** Has a 扣分说明: the dark corner. */
  explained?: boolean
}

export interface GridColumnView {
  key: string
  /** 第5项 */
  title: string
  /** 满分 5, or 只看 where another department scores it. */
  note: string
  text: string
  readOnly: boolean
}

export interface GridRowView {
  key: string
  name: string
  /** Left out where no state matters. */
  state?: UnitState
  /** Instead of cells: 还没有报送，报送后就能评分. */
  closed: string | null
  cells: GridCellView[]
  /** 小计; empty while something is missing, left out where nothing is to be added. */
  sum?: string
}
