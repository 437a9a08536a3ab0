import { View } from '@tarojs/components'
import { printDay } from '#shared/cycle/beijing-time'
import { maximumFillers } from '#shared/members/maximum-fillers'
import { BottomBar } from '../../components/bottom-bar/bottom-bar'
import { PrimaryButton } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { EmptyState } from '../../components/empty-state/empty-state'
import { Failed } from '../../components/failed/failed'
import { ListRow } from '../../components/list-row/list-row'
import { Notice } from '../../components/notice/notice'
import { OutboxLine } from '../../components/outbox-line/outbox-line'
import { Page } from '../../components/page/page'
import { InviteDrawer } from '../../components/people/invite-drawer'
import { printPhone } from '../../components/people/print-phone'
import { refusalWords } from '../../components/people/refusal-words'
import { PrivacyDrawer } from '../../components/privacy-drawer/privacy-drawer'
import { Skeleton } from '../../components/skeleton/skeleton'
import { useFillers } from './use-fillers'

/** 填报人: who fills in for the unit, and the code with which the chair lets another one in. */
export default function Fillers() {
  const { status, problem, isStale, reload, fillers, isFull, given, inviting, refusal, ...page } = useFillers()
  const bar = fillers ? (
    <BottomBar>
      <PrimaryButton id="invite-filler" icon="plus" disabled={isFull} onPress={page.openInviting}>
        请人填报
      </PrimaryButton>
    </BottomBar>
  ) : null
  return (
    <Page id="fillers" status={<OutboxLine isStale={isStale} />} bar={bar}>
      {status === 'loading' ? <Skeleton rows={3} /> : null}
      {status === 'failed' ? <Failed problem={problem} onRetry={reload} /> : null}
      {refusal ? (
        <Notice id="fillers-problem" kind="asked" title="没有撤成">
          {refusalWords(refusal)}
        </Notice>
      ) : null}
      {fillers?.length === 0 ? (
        <View className="mt-2">
          <EmptyState id="no-fillers" icon="people" title="还没有填报人">
            <View>点「请人填报」，把邀请码给他。</View>
            <View>您自己填也行。</View>
          </EmptyState>
        </View>
      ) : null}
      {fillers && fillers.length > 0 ? (
        <>
          <Card id="filler-list" rows>
            {fillers.map(filler => (
              <ListRow
                key={filler.memberId}
                id={`filler-${filler.memberId}`}
                below={printPhone(filler.phone) || '没留电话'}
                after={
                  <View id={`end-${filler.memberId}`} className="link quiet" onClick={() => page.endPost(filler)}>
                    撤职
                  </View>
                }
              >
                {filler.name}
              </ListRow>
            ))}
          </Card>
          <View id="fillers-room" className="note soft mt-2">
            {isFull
              ? `已有${maximumFillers}位，满了。要换人，先点「撤职」。`
              : `最多${maximumFillers}位，还能请${maximumFillers - fillers.length}位。`}
          </View>
        </>
      ) : null}
      {given.length > 0 ? (
        <Card id="given-codes" rows>
          {given.map(({ invitationCode, name, expiresAt }) => (
            <ListRow key={invitationCode} below={`给${name}的邀请码，${printDay(expiresAt)}前有效`}>
              {invitationCode}
            </ListRow>
          ))}
        </Card>
      ) : null}
      <InviteDrawer
        key={inviting.place ? 'open' : 'closed'}
        title="请人填报"
        place={inviting.place}
        invitation={inviting.invitation}
        busy={inviting.busy}
        problem={inviting.refusal}
        onInvite={page.invite}
        onClose={() => inviting.open(null)}
      />
      <PrivacyDrawer of="clipboard" />
    </Page>
  )
}
