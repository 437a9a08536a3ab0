import type { OpenDocument } from './capabilities'

export const openDocument: OpenDocument = async ({ address, fileName }) => {
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.rel = 'noopener'
  document.body.append(link)
  link.click()
  link.remove()
  return true
}
