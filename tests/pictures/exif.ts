/** What a phone writes into a JPEG: its model, which way was up, and where it was taken (Exif 2.3). */
export function exif(orientation: number): Buffer {
  const entry = (tag: number, type: number, count: number, value: number[]) => {
    const head = [tag >> 8, tag & 255, 0, type, 0, 0, 0, count]
    return [...head, ...value]
  }
  const entries = [
    ...entry(0x0110, 2, 4, [...Buffer.from('P40\0')]),
    ...entry(0x0112, 3, 1, [0, orientation, 0, 0]),
    ...entry(0x8825, 4, 1, [0, 0, 0, 50]),
  ]
  const places = [0, 1, ...entry(1, 2, 2, [...Buffer.from('N\0\0\0')]), 0, 0, 0, 0]
  const tiff = [...Buffer.from('MM'), 0, 42, 0, 0, 0, 8, 0, 3, ...entries, 0, 0, 0, 0, ...places]
  const body = [...Buffer.from('Exif\0\0'), ...tiff]
  return Buffer.from([0xff, 0xe1, 0, body.length + 2, ...body])
}
