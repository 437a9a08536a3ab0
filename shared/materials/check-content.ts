import { type Problem, problem } from '../errors/problems'
import { type FileType, isPicture } from './material'
import { outlineOf } from './picture-outline'
import { sniffType } from './sniff-type'
import { zipOutline } from './zip-outline'

/** Ours have 2400 pixels a side; beyond this a phone that opens the picture runs out of memory. */
const mostPixels = 40_000_000
const longestSide = 12_000
/** What an Office file may become when it is opened; a text of a thousand pages is a tenth of it. */
const mostUnpacked = 200_000_000

/**
 * Whether a file of this type is what it says, and nothing besides: looked at by its outline alone, without unpacking
 * any of it. Everybody who opens a material trusts this.
 */
export function checkContent(bytes: Uint8Array, type: FileType): Problem | null {
  if (sniffType(bytes) !== type) return problem('material.wrong-type')
  if (isPicture(type)) return checkPicture(bytes)
  if (!type.includes('openxmlformats')) return null
  const { unpacked, names } = zipOutline(bytes)
  const bearsProgram = [...names].some(name => /vbaProject\.bin$/i.test(name))
  return unpacked > mostUnpacked || bearsProgram ? problem('material.unsafe') : null
}

function checkPicture(bytes: Uint8Array): Problem | null {
  const outline = outlineOf(bytes)
  if (!outline) return problem('material.wrong-type')
  const { width, height, bearsMore } = outline
  if (width * height > mostPixels || Math.max(width, height) > longestSide) return problem('material.too-many-pixels')
  return bearsMore ? problem('material.bears-more') : null
}
