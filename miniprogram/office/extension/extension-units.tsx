import { Text, View } from '@tarojs/components'
import { unitStateNames } from '#shared/assessment/unit-state'
import type { OverviewUnit } from '#shared/contract/office-contract'
import { printDay } from '#shared/cycle/beijing-time'
import { serverNow } from '../../backend/ask'
import { Button } from '../../components/button/button'
import { ListRow } from '../../components/list-row/list-row'
import { TickBox } from '../../components/tick-box/tick-box'
import { scrolledByKeys } from '../../platform/scrolled-by-keys'
import { extendedText } from '../progress/board-row'
import { overdueText } from '../progress/progress-text'
import type { useExtension } from './use-extension'

/** Those that have not handed in, in the county's order; who is late can be ticked in one go. */
export function ExtensionUnits({ extension }: { extension: ReturnType<typeof useExtension> }) {
  const { units, chosen, toggle, choose } = extension
  const late = units.filter(({ overdue }) => overdue).map(({ unitId }) => unitId)
  const now = serverNow()
  return (
    <>
      <View className="between gap-3">
        <View id="extension-chosen">{chosen.size === 0 ? '选单位' : `选了${chosen.size}家`}</View>
        {late.length > 0 ? (
          <Button id="extension-late" short onPress={() => choose(late)}>
            逾期的{late.length}家都选
          </Button>
        ) : null}
      </View>
      <View {...scrolledByKeys} className="extension-units">
        {units.map(unit => (
          <ListRow
            key={unit.unitId}
            id={`extend-${unit.unitId}`}
            below={grantedWords(unit)}
            before={<TickBox on={chosen.has(unit.unitId)} />}
            after={
              <Text className={unit.overdue ? 'note late' : 'note soft'}>
                {unit.overdue
                  ? overdueText(unit, now).split('，')[0]
                  : (extendedText(unit) ?? unitStateNames[unit.state])}
              </Text>
            }
            onPress={() => toggle(unit.unitId)}
          >
            {unit.name}
          </ListRow>
        ))}
      </View>
    </>
  )
}

/** Why it has one, and who gave it. */
function grantedWords({ extension }: OverviewUnit): string | undefined {
  return extension ? `${extension.reason}（${extension.by}，${printDay(extension.at)}）` : undefined
}
