import type { ItemId } from '#shared/rubric/rubric'
import type { MaterialDescription } from '../../outbox/box'
import type { Kept } from '../../outbox/outbox'
import { DescribeMaterial } from './describe-material'

interface RegisterOriginalProps {
  open: boolean
  onClose: () => void
  onKeep: (description: MaterialDescription, items: ItemId[]) => Kept
}

const nothing: MaterialDescription = { name: '', documentNumber: '', date: '', whereabouts: '' }

/** 只登记原件: an original in a box counts as much as a picture. It is sorted to items like any page. */
export function RegisterOriginal({ open, onClose, onKeep }: RegisterOriginalProps) {
  return (
    <DescribeMaterial
      open={open}
      title="登记一份原件"
      initial={nothing}
      needsWhereabouts
      onClose={onClose}
      onKeep={description => onKeep(description, [])}
    />
  )
}
