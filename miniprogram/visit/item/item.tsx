import { Text, View } from '@tarojs/components'
import { printDay } from '#shared/cycle/beijing-time'
import { serverNow } from '../../backend/ask'
import { BottomBar } from '../../components/bottom-bar/bottom-bar'
import { Button } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { HeldLine } from '../../components/held-line/held-line'
import { Icon } from '../../components/icon/icon'
import { Mark } from '../../components/mark/mark'
import { Notice } from '../../components/notice/notice'
import { OutboxLine } from '../../components/outbox-line/outbox-line'
import { Page } from '../../components/page/page'
import { RecordTrail } from '../../components/record-trail/record-trail'
import { RemarkField } from '../../components/remark-field/remark-field'
import { wordsOfScore } from '../../components/scoring/decided-answer'
import { ItemWords } from '../../components/scoring/item-words'
import { OwnFigure } from '../../components/scoring/own-figure'
import { GroundsOfForm, ScoreOfForm } from '../../components/scoring/scoring-form'
import { SelfAnswer } from '../../components/scoring/self-answer'
import { SupplementDrawer } from '../../components/scoring/supplement-drawer'
import { suppliedWords } from '../../components/scoring/supplied-words'
import { Skeleton } from '../../components/skeleton/skeleton'
import { machineName } from '../../platform/machine-name'
import { PackedPages } from '../own/packed-pages'
import { useVisitedItem } from './use-visited-item'

/** One item of one unit on the visit, all of it from this phone; a suggestion, for the 部室 to decide upon. */
export default function VisitedItem() {
  const { pack, unit, noted, score, thumbnails, asked, isAsking, problem, ...page } = useVisitedItem()
  if (!pack || !unit || !noted)
    return (
      <Page id="visited-item">
        <Skeleton rows={4} />
      </Page>
    )
  const { item, category } = noted
  const self = unit.self[item.id] ?? null
  const supplement = unit.supplements[item.id]
  const form = {
    owner: { cycleId: pack.cycle.cycleId, departmentId: `visit-${pack.groupId}` },
    unitId: unit.unitId,
    item,
    step: pack.cycle.departmentStep,
    self,
    held: unit.records,
    phrases: pack.phrases[unit.rubricVersionId]?.[item.id] ?? [],
    draft: score,
    onChange: page.suggest,
  }
  const bar = (
    <BottomBar above={<Text>{`建议给${pack.departments[item.department] ?? '部室'}，由部室定分`}</Text>}>
      <Button id="item-before" wide disabled={!page.hasBefore} onPress={() => page.goTo(-1)}>
        上一项
      </Button>
      <Button id="item-next" wide disabled={!page.hasNext} onPress={() => page.goTo(1)}>
        下一项
      </Button>
    </BottomBar>
  )
  return (
    <Page id="visited-item" status={<OutboxLine />} bar={bar}>
      {problem ? <Notice id="item-problem" kind="asked" title={problem} /> : null}
      <Card id="unit-says">
        <View className="note soft">{unit.name}</View>
        <ItemWords item={item} category={category} titled />
        <SelfAnswer item={item} self={self} size="large" />
        <RecordTrail item={item} held={unit.records} doubts={[]} reader="department" size="folded" />
        <PackedPages itemId={item.id} materials={unit.materials} thumbnails={thumbnails} />
        {supplement ? (
          <View className="mt-2">
            <Mark kind={supplement.answeredAt === undefined ? 'asked' : undefined}>{suppliedWords(supplement)}</Mark>
            <View className="note soft">{supplement.reason}</View>
            <HeldLine id="supplement-held" held={supplement.held} words={supplement.reason} />
          </View>
        ) : null}
        {asked.map(({ input, taken, problem: refused }) => (
          <View key={input.operationId} className="mt-2">
            <Mark kind="asked">{`限期补充，${printDay(taken?.until ?? input.until)}前`}</Mark>
            <View className="note soft">{refused ? refused.message : input.reason}</View>
          </View>
        ))}
        <View id="visit-supplement" className="link quiet" onClick={() => page.setAsking(true)}>
          <Icon name="return" size="small" />
          <Text>限期补充</Text>
        </View>
      </Card>
      <Card id="own-suggestion">
        <View className="between base">
          <Text className="firm">我的建议</Text>
          <OwnFigure score={score} maximum={item.points} />
        </View>
        <ScoreOfForm {...form} />
        <GroundsOfForm {...form} />
        <View className="mt-2">
          <RemarkField
            id="visit-comment"
            label="评语"
            initial={score.comment}
            placeholder="给部室的话，可以不写"
            onInput={comment => page.suggest({ ...score, comment })}
          />
        </View>
        <HeldLine held={noted.held} words={wordsOfScore(score)} />
      </Card>
      {isAsking ? (
        <SupplementDrawer
          open
          now={serverNow()}
          about={`${unit.name}　第${item.number}项`}
          initial=""
          busy={false}
          problem={null}
          send="记下"
          note={`先存${machineName()}，有信号后单位就能看到。晚到的，至少给单位一整天。`}
          onTyped={() => {}}
          onSend={page.ask}
          onClose={() => page.setAsking(false)}
        />
      ) : null}
    </Page>
  )
}
