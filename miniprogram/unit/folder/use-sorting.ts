import { useMemo, useState } from 'react'
import { type Item, type ItemId, itemsOf } from '#shared/rubric/rubric'
import type { OpenSheet } from '../own/use-own-sheet'
import { numbersOf } from '../own/words'
import type { Folder } from './use-folder'

/** Which items the chosen pages go to. Items that all of them already prove are ticked from the beginning. */
export function useSorting(open: OpenSheet, folder: Folder) {
  const { rubric, sheet } = open
  const [before] = useState(() => provenByAll(open, folder.chosen))
  const [ticked, setTicked] = useState<ItemId[]>(before)
  const [suggested] = useState(() => folder.suggested(open))
  const items = useMemo(() => itemsOf(rubric), [rubric])
  const offered = items.filter(item => ticked.includes(item.id) || before.includes(item.id) || suggested.includes(item))
  const added = items.filter(item => ticked.includes(item.id) && !before.includes(item.id))
  const taken = items.filter(item => before.includes(item.id) && !ticked.includes(item.id))
  return {
    items,
    offered,
    isTicked: (item: Item) => ticked.includes(item.id),
    /** What was handed in is not taken off again. */
    canUntick: (item: Item) => !before.includes(item.id) || sheet.abilities['material.unlink'] === true,
    toggle: (item: Item) =>
      setTicked(now => (now.includes(item.id) ? now.filter(id => id !== item.id) : [...now, item.id])),
    /** 归到第5、6项: the button repeats the choice. */
    words:
      added.length > 0 ? `归到第${numbersOf(added)}项` : taken.length > 0 ? `不再归第${numbersOf(taken)}项` : '归项',
    isUnchanged: added.length === 0 && taken.length === 0,
    confirm: () =>
      folder.sort(
        added.map(item => item.id),
        taken.map(item => item.id),
      ),
  }
}

function provenByAll({ sheet }: OpenSheet, chosen: string[]): ItemId[] {
  const [first, ...others] = chosen.map(id => sheet.materials[id]?.items ?? [])
  return (first ?? []).filter(itemId => others.every(items => items.includes(itemId)))
}
