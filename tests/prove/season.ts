import { liveSeason } from '../clock/season/season'

/** Sixty days, three hundred units, the clock every five minutes: `npm run prove -- season`. */
export async function prove(): Promise<void> {
  const counts = await liveSeason({ units: 300, days: 60, every: 5, seed: 20270301 })
  console.log(
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', '),
  )
  const { missed, toldTwice, untrue, withoutConsent, atNight } = counts
  if (missed + toldTwice + untrue + withoutConsent + atNight > 0) throw new Error('somebody was not told, or wrongly')
}
