import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** What a holder of {@link UploadTicket} may write: one path, until it expires. */
export interface UploadTicket {
  url: string
  authorization: string
  token: string
  cosFileId: string
}

const UPLOAD_LIFETIME_SECONDS = 900

/** Addresses that carry their own permission, for one path and a short time. The key is new at every start. */
export class SignedAddresses {
  private readonly key = randomBytes(32)

  constructor(private readonly origin: string) {}

  upload(path: string): UploadTicket {
    const expires = nowInSeconds() + UPLOAD_LIFETIME_SECONDS
    return {
      url: `${this.origin}/storage/${encodeURI(path)}`,
      authorization: `${expires}.${this.sign('put', path, expires)}`,
      token: this.sign('token', path, expires),
      cosFileId: this.sign('file', path, 0),
    }
  }

  /** @returns why the upload is refused, as COS names it; undefined where it is allowed. */
  uploadRefusal(path: string, ticket: { authorization: string; token: string; cosFileId: string }): string | undefined {
    const [expiry = '', signature = ''] = ticket.authorization.split('.')
    const expires = Number(expiry)
    if (!same(signature, this.sign('put', path, expires))) return 'SignatureDoesNotMatch'
    if (expires < nowInSeconds()) return 'RequestIsExpired'
    if (!same(ticket.token, this.sign('token', path, expires))) return 'InvalidSecurity'
    return same(ticket.cosFileId, this.sign('file', path, 0)) ? undefined : 'AccessDenied'
  }

  /** The path is not percent-encoded: the SDK encodes the address it is given. */
  download(path: string, lifetimeSeconds: number): string {
    const expires = nowInSeconds() + lifetimeSeconds
    return `${this.origin}/storage/${path}?sign=${this.sign('get', path, expires)}&t=${expires}`
  }

  mayDownload(path: string, query: URLSearchParams): boolean {
    const expires = Number(query.get('t'))
    return expires >= nowInSeconds() && same(query.get('sign') ?? '', this.sign('get', path, expires))
  }

  private sign(purpose: string, path: string, expires: number): string {
    return createHmac('sha256', this.key).update(`${purpose}\n${path}\n${expires}`).digest('hex')
  }
}

function nowInSeconds(): number {
  return Math.floor(Date.now() / 1000)
}

function same(given: string, expected: string): boolean {
  return given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected))
}
