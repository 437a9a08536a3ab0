import { printMoment } from '#shared/cycle/beijing-time'
import { serverNow } from '../../backend/ask'
import type { ShownSheet } from '../../outbox/overlay'

/** Pictures that were announced with the sheet and are not at the county, of which some may lie on another's phone. */
export interface ComingPictures {
  all: number
  elsewhere: number
  /** Whether they still count as handed in when they arrive now. */
  isInTime: boolean
}

export function comingPictures({ coming, materials }: Pick<ShownSheet, 'coming' | 'materials'>): ComingPictures {
  let all = 0
  let elsewhere = 0
  for (const [materialId, files] of Object.entries(coming.files)) {
    const known = materials[materialId]
    if (known && known.files.length > 0) continue
    all += files
    if (!known) elsewhere += files
  }
  return { all, elsewhere, isInTime: serverNow() <= coming.until }
}

/** 资料还有6张在传，不影响报送时间。 Nothing where all have arrived. */
export function comingWords(sheet: Pick<ShownSheet, 'coming' | 'materials'>): string {
  const { all, elsewhere, isInTime } = comingPictures(sheet)
  if (all === 0) return ''
  const elsewhereWords =
    elsewhere === 0
      ? ''
      : `${elsewhere === all ? '都' : `其中${elsewhere}张`}在别的手机里，请那位同事打开小程序接着传。`
  return isInTime
    ? `资料还有${all}张在传，不影响报送时间。${elsewhereWords}`
    : `资料还有${all}张没传到。${printMoment(sheet.coming.until, serverNow())}已过，传到后算补交资料。${elsewhereWords}`
}
