import type { KeptFiles } from './capabilities'
import { readPicture, savePicture } from './picture-store'
import { random } from './random'

export const keptFiles: KeptFiles = {
  async fetch(address) {
    try {
      const response = await fetch(address)
      if (!response.ok) return null
      const path = random.newId()
      await savePicture(path, await response.blob())
      return path
    } catch {
      return null
    }
  },
  readText: async path => (await readPicture(path))?.text() ?? null,
}
