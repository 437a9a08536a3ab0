/** When each person was last in the mini-program: WeChat checks content only for somebody who was there lately. */
export class Visits {
  private readonly last = new Map<string, number>()

  note(openid: string, at = Date.now()): void {
    this.last.set(openid, at)
  }

  within(openid: string, milliseconds: number): boolean {
    return Date.now() - (this.last.get(openid) ?? 0) <= milliseconds
  }
}
