import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { PostView } from '#shared/contract/identity-contract'
import { type Problem, problem } from '#shared/errors/problems'
import { ask } from '../../backend/ask'
import { refreshIdentity } from '../../backend/identity'
import { consentBox } from '../../platform/consent-box'
import { scanner } from '../../platform/scan-code'

const begin = () => void Taro.reLaunch({ url: '/pages/home/home' })

/** The longest code that the county gives. */
const LONGEST = 32

/** The invitation code as typed, scanned, or carried by the link that opened the page; and joining with it. */
export function useJoin() {
  const { code: linked = '' } = useRouter().params
  // `key` changes where the code comes from elsewhere than the keyboard: the field is never written into while typed in.
  const [code, setCode] = useState({ text: linked, key: 0 })
  const [isBusy, setBusy] = useState(false)
  const [joined, setJoined] = useState<PostView[] | null>(null)
  const [refused, setRefused] = useState<Problem | null>(null)

  const type = (text: string) => {
    setCode(({ key }) => ({ text, key }))
    setRefused(null)
  }
  const scan = async () => {
    const scanned = await scanner.scan()
    if (scanned === null) return
    setCode(({ key }) => ({ text: scanned.trim().slice(0, LONGEST), key: key + 1 }))
    setRefused(null)
  }
  const join = async () => {
    const invitationCode = code.text.trim()
    if (invitationCode === '') return setRefused(problem('call.invalid-input', { field: '邀请码' }))
    setBusy(true)
    const asked = await ask('member.join', { invitationCode })
    setBusy(false)
    if (!asked.ok) return setRefused(asked.problem)
    await refreshIdentity()
    // Where WeChat can be asked for a reminder, the page stays for the offer.
    if (consentBox.available) setJoined(asked.output.posts)
    else begin()
  }
  return { code, joined, begin, type, scan: scanner.available ? scan : null, join, isBusy, problem: refused }
}
