import Taro from '@tarojs/taro'
import { readSignInCode } from '#shared/contract/sign-in-code'
import { scanner } from '../../platform/scan-code'

/** 扫码登录电脑: reads the code on the computer and leads to the page on which the person confirms. */
export async function scanSignIn(): Promise<void> {
  const scanned = await scanner.scan()
  if (scanned === null) return
  const ticketId = readSignInCode(scanned)
  if (ticketId) await Taro.navigateTo({ url: `/pages/sign-in/confirm?ticketId=${encodeURIComponent(ticketId)}` })
  else await Taro.showModal({ title: '这不是登录电脑的码', content: '请扫电脑登录页上的码。', showCancel: false })
}
