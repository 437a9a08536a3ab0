import { appJson } from '../packed'
import { phone } from '../remote-phone'
import { WxFailure } from './api'
import { dialogsApi } from './dialogs'
import { announce, isHeard } from './listeners'

interface Answer {
  event: 'exposureAuthorization' | 'agree' | 'disagree'
  buttonId?: string
}

/** Buttons of `open-type="agreePrivacyAuthorization"` that a finger has touched; WeChat believes no others. */
const touched = new Set<string>()

export function touchedAgreement(buttonId: string): void {
  touched.add(buttonId)
}

/**
 * What WeChat does before a function that needs the person's consent: nothing where they have agreed once, else it asks
 * the program's own dialog or, where the program has none, shows its own. Who refuses makes the function fail with 104.
 */
export async function consentFirst(name: string): Promise<void> {
  if (!appJson.__usePrivacyCheck__ || (await phone('hasAgreedToPrivacy'))) return
  const agreed = isHeard('NeedPrivacyAuthorization') ? await askProgram(name) : await askByWeChat()
  if (!agreed) throw new WxFailure('privacy permission is not authorized', 104)
  await phone('agreeToPrivacy')
}

function askProgram(referrer: string): Promise<boolean> {
  return new Promise(resolve => {
    const answer = ({ event, buttonId = '' }: Answer) => {
      if (event !== 'exposureAuthorization') resolve(event === 'agree' && touched.has(buttonId))
    }
    announce('NeedPrivacyAuthorization', answer, { referrer })
  })
}

async function askByWeChat(): Promise<boolean> {
  const asked = await dialogsApi.showModal({ title: '用户隐私保护提示', cancelText: '拒绝', confirmText: '同意' })
  return Reflect.get(Object(asked), 'confirm') === true
}
