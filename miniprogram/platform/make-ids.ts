const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const LENGTH = 26

/**
 * Makes ids of 26 letters and digits: eight of the time, two of a counter, the rest drawn. Two phones meet only if
 * sixteen drawn letters are equal in the same millisecond, one phone never meets itself.
 */
export function makeIds(draw: () => number, now: () => number): () => string {
  let count = Math.floor(draw() * 3844)
  return () => {
    count = (count + 1) % 3844
    let id = written(now(), 8) + written(count, 2)
    while (id.length < LENGTH) id += LETTERS[Math.floor(draw() * 62)] ?? '0'
    return id
  }
}

function written(value: number, length: number): string {
  let text = ''
  for (let rest = value; text.length < length; rest = Math.floor(rest / 62)) text = (LETTERS[rest % 62] ?? '0') + text
  return text
}
