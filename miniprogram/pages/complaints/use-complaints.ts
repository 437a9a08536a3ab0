import Taro from '@tarojs/taro'
import { useIdentity } from '../../backend/identity'
import { session } from '../../platform/session'

/** Whom to turn to; null where the county has given no number, or is not reached and was never before. */
export function useComplaints() {
  const { status, whoAmI, problem } = useIdentity()
  const phone = whoAmI?.officePhone || null
  const call = phone === null ? null : () => Taro.makePhoneCall({ phoneNumber: phone }).catch(() => {})
  // Somebody who cannot be told apart from others can neither be answered nor be kept from writing without measure.
  const canWrite = session.signsIn !== 'by-code' || session.token() !== null
  return { status, county: whoAmI?.countyName ?? '县总工会', phone, call, problem, canWrite }
}
