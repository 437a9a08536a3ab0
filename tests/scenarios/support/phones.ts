import { openBrowser } from '../../support/browser'
import type { County } from '../../support/county'
import { openWeapp, type Weapp, type WeappOptions } from '../../support/weapp/run-weapp'

const inUse: Weapp[] = []

/** The built mini-program in this person's hand, opened at its first page, on the county's local cloud. */
export async function phoneOf(
  county: County,
  openid: string,
  options: Pick<WeappOptions, 'clock'> = {},
): Promise<Weapp> {
  const phone = await openWeapp({ browser: await openBrowser(), cloud: county.cloud, openid, ...options })
  inUse.push(phone)
  await phone.start()
  return phone
}

/** What the programs and the framework have complained about: nothing, if all is well. */
export async function complaints(): Promise<string[]> {
  const noted = await Promise.all(inUse.map(phone => phone.spy()))
  return noted.flatMap(({ errors }) => errors)
}

export async function putPhonesAway(): Promise<void> {
  for (const phone of inUse.splice(0)) await phone.close()
}
