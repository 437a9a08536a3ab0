import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Invitation, PostInput } from '#shared/contract/office-contract'
import { printDay } from '#shared/cycle/beijing-time'
import type { Problem } from '#shared/errors/problems'
import { Button, PrimaryButton } from '../../components/button/button'
import { Chip } from '../../components/chip/chip'
import { Drawer } from '../../components/drawer/drawer'
import { TextField } from '../../components/text-field/text-field'
import { postId, type RosterPlace } from '../people/roster-groups'

interface InviteDrawerProps {
  /** Null while it is closed. */
  place: RosterPlace | null
  invitation: (Invitation & { name: string }) | null
  busy: boolean
  problem: Problem | null
  onInvite: (person: { name: string; phone: string; post: PostInput }) => void
  onClose: () => void
}

/** Asks whom to invite, then shows the code in figures that can be read out over the telephone. */
export function InviteDrawer({ place, invitation, busy, problem, onInvite, onClose }: InviteDrawerProps) {
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [chosen, choose] = useState<PostInput | null>(null)
  const post = chosen ?? place?.posts[0]?.post ?? null
  if (invitation)
    return (
      <Drawer
        id="invitation"
        open
        title={`${invitation.name}的邀请码`}
        onClose={onClose}
        foot={
          <PrimaryButton id="invitation-done" onPress={onClose}>
            念完了
          </PrimaryButton>
        }
      >
        <View id="invitation-code" className="roster-code">
          {invitation.invitationCode}
        </View>
        <Text className="soft">
          念给{invitation.name}听：打开小程序，点「用邀请码加入」，输进去。{printDay(invitation.expiresAt)}
          前有效，只能用一次。
        </Text>
      </Drawer>
    )
  return (
    <Drawer
      id="invite"
      open={place !== null}
      title={`邀请到${place?.name ?? ''}`}
      onClose={onClose}
      foot={
        <>
          <Button id="invite-cancel" onPress={onClose}>
            不邀请了
          </Button>
          <PrimaryButton
            id="invite-send"
            busy={busy}
            disabled={name.trim() === '' || post === null}
            onPress={() => post && onInvite({ name: name.trim(), phone: phone.trim(), post })}
          >
            要邀请码
          </PrimaryButton>
        </>
      }
    >
      <View className="roster-fields">
        <View className="chips">
          {(place?.posts ?? []).map(one => (
            <Chip
              key={postId(one.post)}
              id={`invite-${one.post.role}`}
              worded
              chosen={post !== null && postId(post) === postId(one.post)}
              onPress={() => choose(one.post)}
            >
              {one.roleName}
            </Chip>
          ))}
        </View>
        <TextField id="invite-name" label="姓名" initial="" maximum={20} onInput={setName} />
        <TextField id="invite-phone" label="电话" initial="" maximum={20} onInput={setPhone} />
        {problem ? <View className="asked">{problem.message}</View> : null}
      </View>
    </Drawer>
  )
}
