import { strToU8, zipSync } from 'fflate'
import { PNG } from 'pngjs'

// Files as somebody makes them who wants to harm whoever opens them. Each is built here, byte by byte.

const page = '<html><script>alert(document.cookie)</script></html>'
const utf8 = (text: string) => Buffer.from(text)

function segment(marker: number, body: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** The bones of a JPEG: its size, one scan, its end. `extra` stands before the size, `after` behind the end. */
export function jpeg(
  width: number,
  height: number,
  extra: Uint8Array = Buffer.alloc(0),
  after: Uint8Array = Buffer.alloc(0),
): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  frame.writeUInt16BE(height, 1)
  frame.writeUInt16BE(width, 3)
  const jfif = Buffer.from([0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0])
  const scan = segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0]))
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, jfif),
    extra,
    segment(0xc0, frame),
    scan,
    Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4]),
    Buffer.from([0xff, 0xd9]),
    after,
  ])
}

/** A JPEG that is a web page for whoever reads it as one. */
export const polyglots: [string, Buffer][] = [
  ['in a comment', jpeg(100, 100, segment(0xfe, utf8(page)))],
  ['in its Exif', jpeg(100, 100, segment(0xe1, utf8(`Exif\0\0${page}`)))],
  ['in the segment of its name', jpeg(100, 100, segment(0xe0, utf8(`JFIF\0${page}`)))],
  ['behind its end', jpeg(100, 100, Buffer.alloc(0), utf8(page))],
]

/** A true PNG whose header claims other dimensions. */
export function claiming(width: number, height: number): Buffer {
  const bytes = PNG.sync.write(new PNG({ width: 8, height: 8 }))
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

/** A PNG with one more chunk before its end. */
export function withChunk(name: string, body: Buffer): Buffer {
  const bytes = PNG.sync.write(new PNG({ width: 8, height: 8 }))
  const head = Buffer.alloc(4)
  head.writeUInt32BE(body.length, 0)
  const end = bytes.length - 12
  return Buffer.concat([bytes.subarray(0, end), head, utf8(name), body, Buffer.alloc(4), bytes.subarray(end)])
}

export const svg = utf8('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')

/** 300 MB of blanks, which a zip holds in 300 KB. */
export const zipBomb = () =>
  Buffer.from(
    zipSync({ '[Content_Types].xml': strToU8('<a/>'), 'word/document.xml': new Uint8Array(300_000_000).fill(32) }),
  )

export const withMacro = () =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8('<a/>'),
      'word/document.xml': strToU8('<a/>'),
      'word/vbaProject.bin': strToU8('x'),
    }),
  )
