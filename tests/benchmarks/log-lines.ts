import type { County } from '../support/county'

/** What the function says of one call: the request's name and how many round trips it took in sequence. */
interface LogLine {
  request: string
  roundTrips: number
}

/** The lines that the function logs from now on. */
export function listen(county: County): { most(request: string, lines: number): Promise<number> } {
  const from = county.log.length
  const heard = (request: string) =>
    county.log
      .slice(from)
      .flatMap(readLine)
      .filter(line => line.request === request)
  return {
    /** The most round trips of these calls, once at least so many have been logged. */
    async most(request, lines) {
      const giveUpAt = Date.now() + 5_000
      while (heard(request).length < lines) {
        if (Date.now() > giveUpAt) throw new Error(`${request} was logged less than ${lines} times`)
        await new Promise(resolve => setTimeout(resolve, 20))
      }
      return Math.max(...heard(request).map(({ roundTrips }) => roundTrips))
    },
  }
}

/** `[api] {"request":…}`; anything else is somebody else's line. */
function readLine(line: string): LogLine[] {
  const start = line.indexOf('{')
  if (!line.startsWith('[api]') || start < 0) return []
  const said: LogLine = JSON.parse(line.slice(start))
  return [said]
}
