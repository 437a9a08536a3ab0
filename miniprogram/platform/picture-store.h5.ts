/** Pictures in the browser's own database: what localStorage is too small for. Keys are made by the caller. */
const DATABASE = 'union-assessment'
const STORE = 'pictures'

let opened: Promise<IDBDatabase> | null = null

export async function savePicture(key: string, blob: Blob): Promise<void> {
  await inStore('readwrite', store => store.put(blob, key))
}

/** Null where there is none. */
export async function readPicture(key: string): Promise<Blob | null> {
  const found: unknown = await inStore('readonly', store => store.get(key)).catch(() => null)
  return found instanceof Blob ? found : null
}

export async function removePicture(key: string): Promise<void> {
  await inStore('readwrite', store => store.delete(key)).catch(() => {})
}

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opened
}

/** Answers once the transaction is complete, so that a saved picture is on the disk. */
async function inStore<Result>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<Result>) {
  const transaction = (await open()).transaction(STORE, mode)
  const request = act(transaction.objectStore(STORE))
  return new Promise<Result>((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result)
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
  })
}
