import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PostInput } from '#shared/contract/office-contract'
import type { Problem } from '#shared/errors/problems'
import { Button, PrimaryButton } from '../button/button'
import { Chip } from '../chip/chip'
import { Drawer } from '../drawer/drawer'
import { TextField } from '../text-field/text-field'
import { InvitationDrawer } from './invitation-drawer'
import { refusalWords } from './refusal-words'
import type { GivenInvitation, InvitedPerson, InvitingPlace } from './use-inviting'
import './people.css'

interface InviteDrawerProps {
  title: string
  /** Null while it is closed. */
  place: InvitingPlace | null
  invitation: GivenInvitation | null
  busy: boolean
  problem: Problem | null
  onInvite: (person: InvitedPerson) => void
  onClose: () => void
}

/** Asks whom to invite, then shows the code. Where only one post can be given, nobody is asked which. */
export function InviteDrawer({ title, place, invitation, busy, problem, onInvite, onClose }: InviteDrawerProps) {
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [chosen, choose] = useState<PostInput | null>(null)
  const posts = place?.posts ?? []
  const post = chosen ?? posts[0]?.post ?? null
  if (invitation) return <InvitationDrawer invitation={invitation} onClose={onClose} />
  return (
    <Drawer
      id="invite"
      open={place !== null}
      title={title}
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
      <View className="invite-fields">
        {posts.length > 1 ? (
          <View className="chips">
            {posts.map(one => (
              <Chip
                key={one.post.role}
                id={`invite-${one.post.role}`}
                worded
                chosen={post?.role === one.post.role}
                onPress={() => choose(one.post)}
              >
                {one.roleName}
              </Chip>
            ))}
          </View>
        ) : null}
        <TextField id="invite-name" label="姓名" initial="" maximum={20} onInput={setName} />
        <TextField id="invite-phone" label="电话" initial="" maximum={20} onInput={setPhone} />
        {problem ? <View className="asked">{refusalWords(problem)}</View> : null}
      </View>
    </Drawer>
  )
}
