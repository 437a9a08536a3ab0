import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { printMoment } from '#shared/cycle/beijing-time'
import type { Item } from '#shared/rubric/rubric'
import { printPoints } from '#shared/scoring/points'
import { serverNow } from '../../backend/ask'
import { Card } from '../../components/card/card'
import { Icon, type IconName } from '../../components/icon/icon'
import { ListRow } from '../../components/list-row/list-row'
import { openWaiting } from '../../components/outbox-line/outbox-line'
import { machineName } from '../../platform/machine-name'
import { itemAddress } from '../own/addresses'
import type { OpenSheet } from '../own/use-own-sheet'
import { type HeldHere, materialCounts } from './use-submit'

interface SubmitChecksProps {
  open: OpenSheet
  waiting: HeldHere
}

/** What has been looked at: by people, by the county's own records, by the phone. */
export function SubmitChecks({ open, waiting }: SubmitChecksProps) {
  const { sheet, picture } = open
  const { pages, originals } = materialCounts(open)
  const { countyHeld } = picture.missing
  const { sentToChair } = sheet
  const held = [waiting.words, waiting.pictures, waiting.refused]
  const isBare = [countyHeld.length, ...held, pages, originals].every(count => count === 0) && sentToChair === null
  if (isBare) return null
  return (
    <Card rows>
      {sentToChair ? (
        <Check icon="received" after={printMoment(sentToChair.at, serverNow())}>
          {sentToChair.name}填好送来
        </Check>
      ) : null}
      {countyHeld.length > 0 ? (
        <Check icon="received" after={`${countyHeld.length}项`}>
          县总有记录，不用资料
        </Check>
      ) : null}
      {waiting.words > 0 ? (
        <Check icon="uploading" after={`${waiting.words}项`}>
          存在{machineName()}里，报送时先传
        </Check>
      ) : null}
      {pages > 0 ? (
        <Check icon="received" after={`${pages}页`}>
          资料已上传
        </Check>
      ) : null}
      {waiting.pictures > 0 ? (
        <Check id="pictures-coming" icon="uploading" after="不影响报送">
          资料还有{waiting.pictures}张在传
        </Check>
      ) : null}
      {waiting.refused > 0 ? (
        <ListRow
          id="pictures-refused"
          arrow
          after={<Text className="note soft">{waiting.refused}份</Text>}
          onPress={openWaiting}
        >
          资料没收下，要您看一下
        </ListRow>
      ) : null}
      {originals > 0 ? (
        <Check icon="received" after={`${originals}份`}>
          只登记了原件
        </Check>
      ) : null}
    </Card>
  )
}

interface CheckProps {
  id?: string
  icon: IconName
  after: string
  children: string | (string | number)[]
}

function Check({ id, icon, after, children }: CheckProps) {
  const mark = (
    <View className={icon === 'received' ? 'done' : 'soft'}>
      <Icon name={icon} />
    </View>
  )
  return (
    <ListRow id={id} before={mark} after={<Text className="note soft nowrap">{after}</Text>}>
      {children}
    </ListRow>
  )
}

/** Stated, never in the way. */
export function WithoutMaterial({ items }: { items: Item[] }) {
  return (
    <Card id="without-material" rows>
      <ListRow firm after={<Text className="note soft">不影响报送</Text>}>
        没附资料 {items.length}项
      </ListRow>
      {items.map(item => (
        <ListRow
          key={item.id}
          id={`bare-${item.number}`}
          arrow
          after={<Text className="note soft">{printPoints(item.points)}分</Text>}
          onPress={() => Taro.navigateTo({ url: itemAddress(item.id) })}
        >
          第{item.number}项　{item.shortName}
        </ListRow>
      ))}
    </Card>
  )
}
