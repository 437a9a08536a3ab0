import type { ChooseDocument, ChosenDocument } from './capabilities'
import { digestOf } from './digest'
import { documentType, endingsOf } from './document-type'
import { savePicture } from './picture-store'
import { random } from './random'

export const chooseDocument: ChooseDocument = async types => {
  const file = await chosenFile(endingsOf(types).map(ending => `.${ending}`))
  return file && keep(file).catch(() => 'unreadable')
}

/** The browser's own chooser; giving up answers no file. */
function chosenFile(endings: string[]): Promise<File | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = endings.join(',')
  input.hidden = true
  return new Promise(resolve => {
    const done = () => {
      resolve(input.files?.[0] ?? null)
      input.remove()
    }
    input.addEventListener('change', done)
    input.addEventListener('cancel', done)
    document.body.append(input)
    input.click()
  })
}

/** A copy: Excel may save over the chosen file before it is uploaded, and then the browser refuses to read it. */
async function keep(file: File): Promise<ChosenDocument> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const path = random.newId()
  await savePicture(path, new Blob([bytes]))
  return { path, name: file.name, type: documentType(bytes, file.name), bytes: bytes.length, sha256: digestOf(bytes) }
}
