import { CloudError } from '../cloud-error'

/** The bucket's name as CloudBase forms it: four hexadecimal digits, the environment, an account's number. */
function bucketOf(envId: string): string {
  return `${Buffer.from(envId).toString('hex').slice(0, 4)}-${envId}-1300000000`
}

export function fileIdOf(envId: string, path: string): string {
  return `cloud://${envId}.${bucketOf(envId)}/${path}`
}

/** The path in the bucket that a file id names; undefined where it is no id of this environment. */
export function pathOfFileId(envId: string, fileId: unknown): string | undefined {
  const prefix = fileIdOf(envId, '')
  return typeof fileId === 'string' && fileId.startsWith(prefix) ? fileId.slice(prefix.length) : undefined
}

/** @throws CloudError for paths that CloudBase refuses: empty names, `..`, and other characters than it allows. */
export function checkCloudPath(path: unknown): string {
  if (
    typeof path === 'string' &&
    path.length <= 512 &&
    /^[\w!.* \-\u4e00-\u9fa5]+(\/[\w!.* \-\u4e00-\u9fa5]+)*$/.test(path)
  ) {
    if (!path.split('/').some(name => name === '.' || name === '..')) return path
  }
  throw new CloudError('INVALID_PARAM', `[INVALID_PARAM] '${path}' is not a valid cloud path`)
}
