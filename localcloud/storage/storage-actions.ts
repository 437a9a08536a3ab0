import { type Actions, requiredList } from '../admin/action'
import { CloudError } from '../cloud-error'
import type { Fields } from '../fields'
import { checkCloudPath, fileIdOf, pathOfFileId } from './file-ids'
import type { FileStore } from './file-store'
import type { SignedAddresses } from './signed-addresses'

const MAXIMUM_FILES_A_CALL = 50
const DEFAULT_ADDRESS_LIFETIME_SECONDS = 86_400

/** The `storage.…` actions of the admin endpoint. A server may read and write everywhere. */
export function storageActions(envId: string, files: FileStore, addresses: SignedAddresses): Actions {
  return {
    'storage.getUploadMetadata': request => {
      const path = checkCloudPath(request.path)
      return { data: { ...addresses.upload(path), fileId: fileIdOf(envId, path) } }
    },
    'storage.batchGetDownloadUrl': request => ({
      data: {
        download_list: limitedList(request, 'file_list').map(({ fileid, max_age }) =>
          downloadAddress(envId, files, addresses, fileid, max_age),
        ),
      },
    }),
    'storage.batchDeleteFile': async request => {
      const ids = Array.isArray(request.fileid_list) ? request.fileid_list : []
      if (ids.length === 0 || ids.length > MAXIMUM_FILES_A_CALL) throw tooMany('fileid_list')
      return { data: { delete_list: await Promise.all(ids.map(id => deleteFile(envId, files, id))) } }
    },
    'storage.batchCopyFile': async request => {
      const copied: Fields[] = []
      // One after another: a later entry may name what an earlier one made.
      for (const entry of limitedList(request, 'file_list')) copied.push(await copyFile(envId, files, entry))
      return { data: { copy_list: copied } }
    },
  }
}

/** One entry of an answer to a request for addresses; a missing file has a code of its own and fails no others. */
function downloadAddress(
  envId: string,
  files: FileStore,
  addresses: SignedAddresses,
  fileID: unknown,
  maximumAge: unknown,
): { code: string; fileID: unknown; tempFileURL: string } {
  const path = pathOfFileId(envId, fileID)
  if (path === undefined || !files.find(path)) return { code: 'STORAGE_FILE_NONEXIST', fileID, tempFileURL: '' }
  const lifetime = typeof maximumAge === 'number' && maximumAge > 0 ? maximumAge : DEFAULT_ADDRESS_LIFETIME_SECONDS
  return { code: 'SUCCESS', fileID, tempFileURL: addresses.download(path, lifetime) }
}

async function deleteFile(envId: string, files: FileStore, fileID: unknown): Promise<Fields> {
  const path = pathOfFileId(envId, fileID)
  if (path === undefined || !files.find(path)) return { code: 'STORAGE_FILE_NONEXIST', fileID }
  await files.remove(path)
  return { code: 'SUCCESS', fileID }
}

async function copyFile(envId: string, files: FileStore, entry: Fields): Promise<Fields> {
  const source = files.find(checkCloudPath(entry.src_path))
  const path = checkCloudPath(entry.dst_path)
  if (!source) return { code: 'STORAGE_FILE_NONEXIST', message: `there is no file at ${entry.src_path}` }
  if (entry.overwrite === false && files.find(path)) {
    return { code: 'STORAGE_FILE_EXIST', message: `there is a file at ${path}` }
  }
  await (entry.remove_original === true ? files.move(source, path) : files.copy(source, path))
  return { code: 'SUCCESS', fileId: fileIdOf(envId, path), message: '' }
}

function limitedList(request: Fields, name: string): Fields[] {
  const list = requiredList(request, name)
  if (list.length > MAXIMUM_FILES_A_CALL) throw tooMany(name)
  return list
}

function tooMany(name: string): CloudError {
  return new CloudError('INVALID_PARAM', `[INVALID_PARAM] ${name} must hold 1 to ${MAXIMUM_FILES_A_CALL} files`)
}
