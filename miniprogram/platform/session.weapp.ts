import type { Session } from './capabilities'

/** A phone is already somebody: WeChat says who with every call. */
export const session: Session = {
  token: () => null,
  keep() {},
  end() {},
  signsIn: 'by-wechat',
}
