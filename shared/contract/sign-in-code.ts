/** What the QR code of `sign-in.start` says, so that the mini-program's scanner knows ours from any other. */
const PREFIX = 'union-assessment/sign-in/'

export function printSignInCode(ticketId: string): string {
  return PREFIX + ticketId
}

/** The ticket of a scanned text, or null where it is some other code. */
export function readSignInCode(scanned: string): string | null {
  return scanned.startsWith(PREFIX) ? scanned.slice(PREFIX.length) : null
}
