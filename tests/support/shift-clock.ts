/**
 * From here on the clock of this program is off by so much and runs as ever. Needs nothing around it, so that a browser's
 * page can run it as well.
 */
export function shiftClock(milliseconds: number): void {
  const RealDate = Date
  globalThis.Date = class extends RealDate {
    constructor(...given: unknown[]) {
      super(...((given.length === 0 ? [RealDate.now() + milliseconds] : given) as [number]))
    }

    static override now() {
      return RealDate.now() + milliseconds
    }
  } as DateConstructor
}
