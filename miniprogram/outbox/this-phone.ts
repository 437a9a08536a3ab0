import type { Sheet } from '#shared/contract/assessment-contract'
import { answers } from '../backend/answers'
import { ask, serverNow } from '../backend/ask'
import { currentBoxKey, subscribeIdentity } from '../backend/identity'
import { makeSignal } from '../backend/signal'
import { localFiles } from '../platform/local-files'
import { network } from '../platform/network'
import { random } from '../platform/random'
import { storage } from '../platform/storage'
import { upload } from '../platform/upload'
import { withMaterials, withSaved } from './apply-answers'
import type { OutboxMeans } from './means'
import { type Outbox, openOutbox } from './outbox'
import { partsOf } from './sheet-key'
import { tellUpload } from './upload-progress'

/** Opens the outbox of `boxKey` on this machine; answers of the county go to the open pages of that person. */
function openFor(boxKey: string): Outbox {
  const changeSheet = (sheetKey: string, at: number, change: (sheet: Sheet) => Sheet) => {
    const question = { boxKey, request: 'assessment.open', input: partsOf(sheetKey) } as const
    answers.change(question, change, at, true)
  }
  const means: OutboxMeans = {
    storage,
    ask,
    upload,
    onUpload: tellUpload,
    removeFile: localFiles.remove,
    now: Date.now,
    serverNow,
    newId: random.newId,
    random: random.number,
    later(milliseconds, run) {
      const timer = setTimeout(run, milliseconds)
      return () => clearTimeout(timer)
    },
    isOnline: network.online,
    makeRoom: answers.makeRoom,
    onSaved: (sheetKey, saved, at) => changeSheet(sheetKey, at, sheet => withSaved(sheet, saved)),
    onMaterials: (sheetKey, changed, at) => changeSheet(sheetKey, at, sheet => withMaterials(sheet, changed)),
  }
  return openOutbox(boxKey, means)
}

let boxKey = currentBoxKey()
/** The outbox of the person who uses this phone now. */
export const outbox = makeSignal(openFor(boxKey))

subscribeIdentity(() => {
  const next = currentBoxKey()
  if (next !== boxKey) {
    outbox.get().close()
    boxKey = next
    outbox.set(openFor(boxKey))
  }
  // Also where the same person has signed in again: what was held back can go now.
  void outbox.get().flush()
})
// Network back, or the program shown again.
network.subscribe(() => void outbox.get().flush())
void outbox.get().flush()
