/** Whole words of Chinese; every server's Node carries its dictionary. */
const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** The text in at most so many characters: shortened by whole words, with 「…」 at its end. */
export function fitWords(text: string, longest: number): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  if ([...plain].length <= longest) return plain
  let fitted = ''
  for (const { segment } of words.segment(plain)) {
    if ([...fitted, ...segment].length > longest - 1) break
    fitted += segment
  }
  // One word longer than all there is: nothing else is left than to cut it.
  return `${fitted.replace(/[，。、；：（「\s]+$/, '') || [...plain].slice(0, longest - 1).join('')}…`
}
