import { parsePoints } from '../scoring/points'

/** Points as people write them; null where none are written. */
export interface WordsWithPoints {
  words: string
  points: number | null
}

/** 党政重视10分, 党政重视（10分）, or 10分 alone where the name stands in another cell. */
export function categoryWithPoints(squeezed: string): WordsWithPoints {
  const match = /^(.*?)[（(【[]?([\d０-９.．]{1,7})分[）)】\]]?$/u.exec(squeezed)
  return withPoints(squeezed, match?.[1], match?.[2])
}

/** 考评内容 with its （5分） at the end; a full stop after the bracket belongs to the words. */
export function itemWithPoints(squeezed: string): WordsWithPoints {
  const match = /^(.*)[（(【[]([\d０-９.．]{1,7})分[）)】\]]([。；;，,、]?)$/u.exec(squeezed)
  return withPoints(squeezed, match && `${match[1]}${match[3]}`, match?.[2])
}

/** A cell that holds points and nothing else: 5, 5分, （5分）. */
export function pointsAlone(squeezed: string): number | null {
  const match = /^[（(【[]?([\d０-９.．]{1,7})分?[）)】\]]?$/u.exec(squeezed)
  return withPoints('', '', match?.[1]).points
}

function withPoints(all: string, words: string | null | undefined, digits: string | undefined): WordsWithPoints {
  const hundredths = digits === undefined ? null : parsePoints(digits)
  if (hundredths === null || hundredths === 0) return { words: all, points: null }
  return { words: words ?? '', points: hundredths / 100 }
}
