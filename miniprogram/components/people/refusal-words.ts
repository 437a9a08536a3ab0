import type { Problem } from '#shared/errors/problems'

/** The table's words for no signal promise that it will be sent by itself; these two acts wait for the person. */
export function refusalWords({ code, message }: Problem): string {
  return code === 'network.unreachable' ? '没信号，连不上县总。有信号后再点一次。' : message
}
