import type { Hundredths } from '../scoring/points'

/** 名次 by points, in the order of the scores given. Equal points share a place and the next one is left out: 1, 2, 2, 4. */
export function placesOf(scores: readonly Hundredths[]): number[] {
  const falling = [...scores].sort((a, b) => b - a)
  const places = new Map<Hundredths, number>()
  falling.forEach((score, index) => {
    if (!places.has(score)) places.set(score, index + 1)
  })
  return scores.map(score => places.get(score) ?? scores.length)
}
