/** Words without white space, which is layout (rubrics/README.md): blanks, line breaks, and signs that have no width. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u00ad\u200b-\u200d\u2060]/gu, '')
}
