import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { printDay } from '#shared/cycle/beijing-time'
import { Button, PrimaryButton } from '../button/button'
import { Drawer } from '../drawer/drawer'
import type { GivenInvitation } from './use-inviting'
import './people.css'

/** The code in figures that can be read out over the telephone, or copied and sent. */
export function InvitationDrawer({ invitation, onClose }: { invitation: GivenInvitation; onClose: () => void }) {
  const { name, invitationCode, expiresAt } = invitation
  const [copied, setCopied] = useState<boolean | null>(null)
  const copy = () =>
    Taro.setClipboardData({ data: invitationCode }).then(
      () => setCopied(true),
      // WeChat asks for consent first, and not everybody gives it.
      () => setCopied(false),
    )
  return (
    <Drawer
      id="invitation"
      open
      title={`${name}的邀请码`}
      onClose={onClose}
      foot={
        <>
          <Button id="invitation-copy" icon="copy" onPress={copy}>
            {copied ? '已复制' : '复制'}
          </Button>
          <PrimaryButton id="invitation-done" onPress={onClose}>
            给好了
          </PrimaryButton>
        </>
      }
    >
      <View id="invitation-code" className="invitation-code">
        {invitationCode}
      </View>
      <Text className="soft">
        念给{name}听，或复制了发过去：打开小程序，点「用邀请码加入」，输进去。{printDay(expiresAt)}
        前有效，只能用一次。
      </Text>
      {copied === false ? (
        <View id="not-copied" className="asked mt-2">
          没有复制成，请把码念给{name}听。
        </View>
      ) : null}
    </Drawer>
  )
}
