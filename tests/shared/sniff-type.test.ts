import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { sniffType } from '#shared/materials/sniff-type'

const bytes = (...parts: (number[] | Uint8Array | string)[]) =>
  Uint8Array.from(parts.flatMap(part => (typeof part === 'string' ? [...strToU8(part)] : [...part])))
const utf16 = (text: string) => [...text].flatMap(sign => [sign.charCodeAt(0), 0])
const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map(name => [name, strToU8('<x/>')])))

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const png = bytes([0x89], 'PNG\r\n', [0x1a, 0x0a], 'IHDR')

test.each([
  ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF'), 'image/jpeg'],
  ['a PNG', png, 'image/png'],
  ['a PDF', bytes('%PDF-1.7\n'), 'application/pdf'],
  ['an old Word file', bytes(ole, new Uint8Array(512), utf16('WordDocument')), 'application/msword'],
  ['an old Excel file', bytes(ole, new Uint8Array(512), utf16('Workbook')), 'application/vnd.ms-excel'],
  ['a new Word file', zip('[Content_Types].xml', 'word/document.xml'), word],
  ['a new Excel file', zip('[Content_Types].xml', 'xl/workbook.xml'), excel],
])('%s is recognised', (_, file, type) => expect(sniffType(file)).toBe(type))

test.each([
  ['nothing', bytes()],
  ['a text', bytes('党委会议纪要')],
  ['a web page that calls itself a picture', bytes('<svg onload="alert(1)">')],
  ['a program', bytes('MZ', [0x90, 0])],
  ['any other zip', zip('word.txt')],
  ['a zip with a Word name but no content types', zip('word/document.xml')],
  ['a PowerPoint file', zip('[Content_Types].xml', 'ppt/presentation.xml')],
  ['an OLE file of another kind', bytes(ole, new Uint8Array(512))],
  ['a Word file that was cut off', zip('[Content_Types].xml', 'word/document.xml').slice(0, 60)],
  ['a GIF', bytes('GIF89a')],
])('%s is refused', (_, file) => expect(sniffType(file)).toBeNull())

test('it never fails, whatever it is given, and reads a part of a larger buffer alike', () => {
  const anyFile = fc.tuple(
    fc.constantFrom(bytes(), png, zip('[Content_Types].xml', 'xl/workbook.xml')),
    fc.uint8Array(),
  )
  fc.assert(
    fc.property(anyFile, fc.nat(40), ([beginning, rest], offset) => {
      const file = bytes(beginning, rest)
      const within = bytes(new Uint8Array(offset), file).subarray(offset)
      expect(sniffType(within)).toBe(sniffType(file))
    }),
  )
})
