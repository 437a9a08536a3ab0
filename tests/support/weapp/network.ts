/**
 * - `online`: everything passes.
 * - `offline`: nothing passes; requests under way fail.
 * - `reply-lost`: a request arrives and is carried out, but its answer never reaches the phone.
 * - `words-only`: calls pass; uploads fail, as with one bar of signal.
 * - `held`: requests wait until the state changes, then go by the new state.
 */
export type NetworkState = 'online' | 'offline' | 'reply-lost' | 'words-only' | 'held'

/** The phone's link to the world, in the test's hand. */
export class Network {
  private current: NetworkState = 'online'
  private waiting: (() => void)[] = []
  private underWay = new Set<AbortController>()

  get state(): NetworkState {
    return this.current
  }

  set(state: NetworkState): void {
    this.current = state
    if (state === 'offline') for (const request of this.underWay) request.abort()
    if (state !== 'held') for (const go of this.waiting.splice(0)) go()
  }

  /** Carries a request; answers null when the phone gets nothing back. */
  async carry(url: string, request: RequestInit): Promise<{ status: number; type: string; bytes: Buffer } | null> {
    while (this.current === 'held') await new Promise<void>(resolve => this.waiting.push(resolve))
    if (this.current === 'offline') return null
    if (this.current === 'words-only' && new URL(url).pathname.endsWith('/upload-file')) return null
    const loseReply = this.current === 'reply-lost'
    const controller = new AbortController()
    this.underWay.add(controller)
    try {
      const response = await fetch(url, { ...request, signal: controller.signal })
      const bytes = Buffer.from(await response.arrayBuffer())
      if (loseReply) return null
      return { status: response.status, type: response.headers.get('content-type') ?? '', bytes }
    } catch {
      return null
    } finally {
      this.underWay.delete(controller)
    }
  }
}
