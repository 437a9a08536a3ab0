/**
 * The items that changed their order among themselves: those outside a longest run that kept it. One that went to the end
 * is moved; those that closed up behind it are not.
 *
 * @param before ids in their old order
 * @param after those of them that are still there, in their new order
 */
export function movedItems(before: readonly string[], after: readonly string[]): Set<string> {
  const order = after.map(id => before.indexOf(id))
  const best = order.map(() => ({ length: 1, previous: -1 }))
  order.forEach((place, index) => {
    for (let earlier = 0; earlier < index; earlier += 1) {
      const length = (best[earlier]?.length ?? 0) + 1
      const isRising = (order[earlier] ?? 0) < place
      if (isRising && length > (best[index]?.length ?? 0)) best[index] = { length, previous: earlier }
    }
  })
  const moved = new Set(after)
  let at = best.reduce((top, { length }, index) => (length > (best[top]?.length ?? 0) ? index : top), 0)
  while (at >= 0 && at < after.length) {
    moved.delete(after[at] ?? '')
    at = best[at]?.previous ?? -1
  }
  return moved
}
