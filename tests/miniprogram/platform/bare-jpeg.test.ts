import { bareJpeg } from '../../../miniprogram/platform/bare-jpeg'

const start = [0xff, 0xd8]
const quantisation = [0xff, 0xdb, 0, 4, 7, 7]
const jfif = [0xff, 0xe0, 0, 4, 1, 2]
const scan = [0xff, 0xda, 0, 4, 1, 2, 9, 9, 9, 0xff, 0xd9]
const comment = [0xff, 0xfe, 0, 5, ...Buffer.from('gps')]

/** An Exif segment with the phone's model and an orientation, in the byte order of either kind of phone. */
function exif(orientation: number, little: boolean): number[] {
  const two = (value: number) => (little ? [value & 255, value >> 8] : [value >> 8, value & 255])
  const four = (value: number) => (little ? [...two(value), 0, 0] : [0, 0, ...two(value)])
  const model = [...two(0x0110), ...two(2), ...four(4), ...Buffer.from('P40\0')]
  const turned = [...two(0x0112), ...two(3), ...four(1), ...two(orientation), 0, 0]
  const tiff = [
    ...Buffer.from(little ? 'II' : 'MM'),
    ...two(42),
    ...four(8),
    ...two(2),
    ...model,
    ...turned,
    ...four(0),
  ]
  const body = [...Buffer.from('Exif\0\0'), ...tiff]
  return [0xff, 0xe1, 0, body.length + 2, ...body]
}

const jpeg = (...parts: number[][]) => Uint8Array.from([...start, ...parts.flat()])

test('what tells of phone, place and time is left out; what the picture needs stays', () => {
  const bare = bareJpeg(jpeg(jfif, exif(1, true), comment, quantisation, scan))
  expect(bare).toEqual(jpeg(jfif, quantisation, scan))
})

test.each([true, false])('a picture that lies on its side says so, and nothing else (little-endian: %s)', little => {
  const bare = bareJpeg(jpeg(exif(6, little), quantisation, scan))
  expect(Buffer.from(bare ?? []).includes('P40')).toBe(false)
  // Read again, the one fact is still there; a second cleaning changes nothing.
  expect(bareJpeg(bare ?? new Uint8Array())).toEqual(bare)
  expect(bare?.length).toBeGreaterThan(jpeg(quantisation, scan).length)
})

test('what is no JPEG, or breaks off, is not taken for one', () => {
  expect(bareJpeg(Uint8Array.from([1, 2, 3]))).toBeNull()
  expect(bareJpeg(jpeg([0xff, 0xdb, 0xff, 0xff, 1]))).toBeNull()
})
