/**
 * A refusal that the caller is told about, as CloudBase words it: a code that programs read and a sentence that people
 * read. Whatever is thrown and is not one of these is a defect of the local cloud and is answered as `SYS_ERR`.
 */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'CloudError'
  }
}
