/** Milliseconds since 1970, by the server's clock. */
export type Instant = number

/** Who did something. `name` is kept as it was on that day; `memberId` never leaves the server. */
export interface Signature {
  name: string
  memberId: string
  at: Instant
  /** True where the office typed a stamped paper sheet (代录); `name` is then the office's person. */
  fromPaper?: boolean
}
