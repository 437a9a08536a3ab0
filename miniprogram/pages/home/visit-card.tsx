import Taro from '@tarojs/taro'
import type { OwnVisitGroup } from '#shared/contract/visit-contract'
import { dayText, noonOf, printDay } from '#shared/cycle/beijing-time'
import { serverNow } from '../../backend/ask'
import { useIdentity } from '../../backend/identity'
import { Card } from '../../components/card/card'
import { Icon } from '../../components/icon/icon'
import { ListRow } from '../../components/list-row/list-row'

/** 「考核一组 今天6个单位」, for whoever belongs to a group; nothing for everybody else. */
export function VisitCard() {
  const { whoAmI } = useIdentity()
  const today = dayText(serverNow())
  const groups = (whoAmI?.visits ?? []).flatMap(group => {
    const day = dayFor(group, today)
    return day ? [{ group, day }] : []
  })
  const cycle = whoAmI?.cycle?.cycleId
  if (groups.length === 0 || !cycle) return null
  return (
    <Card rows>
      {groups.map(({ group, day }) => (
        <ListRow
          key={group.groupId}
          id={`visit-${group.groupId}`}
          before={<Icon name="people" />}
          arrow
          firm
          below="实地考核：先下载，没信号也能看、能记"
          onPress={() =>
            Taro.navigateTo({ url: `/visit/day/day?cycle=${cycle}&group=${group.groupId}&date=${day.date}` })
          }
        >
          {`${group.name}　${whenOf(day.date, today)}${day.units}个单位`}
        </ListRow>
      ))}
    </Card>
  )
}

/** Today's, else the next, else the last one: what was noted can still be looked at. */
function dayFor({ days }: OwnVisitGroup, today: string): OwnVisitGroup['days'][number] | undefined {
  return days.find(({ date }) => date >= today) ?? days.at(-1)
}

function whenOf(date: string, today: string): string {
  return date === today ? '今天' : `${printDay(noonOf(date))} `
}
