import { uploadWords } from '../../../miniprogram/outbox/upload-progress'

const six = ['a', 'b', 'c', 'd', 'e', 'f']

test.each([
  ['nothing waits', [], {}, ''],
  ['nothing is under way', six, {}, '6页等着传'],
  ['the second of six', six, { b: 0.4 }, '正在传 第2张/6 · 40%'],
  ['three at once: the first of them', six, { d: 0.1, c: 0.55, e: 0 }, '正在传 第3张/6 · 55%'],
  ['one alone', ['a'], { a: 0.95 }, '正在传 95%'],
  ['another material’s file', ['a'], { x: 0.5 }, '1页等着传'],
])('%s', (_what, paths, shares, words) => expect(uploadWords(paths, shares)).toBe(words))
