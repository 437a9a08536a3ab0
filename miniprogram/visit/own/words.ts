import { noonOf, printDay } from '#shared/cycle/beijing-time'

/** 「6个单位，约2.4 MB（其中缩略图2.1 MB）」 */
export function sizeInWords(made: { units: number; bytes: number; thumbnails: { bytes: number } }): string {
  const whole = printSize(made.bytes + made.thumbnails.bytes)
  const thumbnails = made.thumbnails.bytes > 0 ? `（其中缩略图${printSize(made.thumbnails.bytes)}）` : ''
  return `${made.units}个单位，约${whole}${thumbnails}`
}

/** 380 KB, 2.4 MB */
function printSize(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1000))
  return kilobytes < 1000 ? `${kilobytes} KB` : `${(kilobytes / 1000).toFixed(1)} MB`
}

/** 12月8日, of 2026-12-08. */
export const dayInWords = (date: string) => printDay(noonOf(date))
