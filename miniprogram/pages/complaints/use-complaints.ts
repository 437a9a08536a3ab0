import Taro from '@tarojs/taro'
import { useIdentity } from '../../backend/identity'

/** Whom to turn to; null where the county has given no number, or is not reached and was never before. */
export function useComplaints() {
  const { status, whoAmI, problem } = useIdentity()
  const phone = whoAmI?.officePhone || null
  const call = phone === null ? null : () => Taro.makePhoneCall({ phoneNumber: phone }).catch(() => {})
  return { status, county: whoAmI?.countyName ?? '县总工会', phone, call, problem }
}
