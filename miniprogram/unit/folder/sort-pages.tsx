import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Item } from '#shared/rubric/rubric'
import { BottomBar } from '../../components/bottom-bar/bottom-bar'
import { Button, PrimaryButton } from '../../components/button/button'
import { Drawer } from '../../components/drawer/drawer'
import { Icon } from '../../components/icon/icon'
import { ListRow } from '../../components/list-row/list-row'
import { TickBox } from '../../components/tick-box/tick-box'
import { scrolledByKeys } from '../../platform/scrolled-by-keys'
import type { OpenSheet } from '../own/use-own-sheet'
import { categoryOf } from '../own/words'
import { PageActions } from './page-actions'
import type { Folder } from './use-folder'
import { useSorting } from './use-sorting'

/** Pages are chosen above; here it is ticked which items they prove. One page may prove several. */
export function SortPages({ open, folder }: { open: OpenSheet; folder: Folder }) {
  const sorting = useSorting(open, folder)
  const [isListing, setListing] = useState(false)
  const { chosen } = folder
  const row = (item: Item) => (
    <ListRow
      key={item.id}
      id={`sort-${item.number}`}
      before={<TickBox on={sorting.isTicked(item)} />}
      after={<Text className="note soft nowrap">{categoryOf(open.rubric, item)?.name}</Text>}
      onPress={sorting.canUntick(item) ? () => sorting.toggle(item) : undefined}
    >
      第{item.number}项　{item.shortName}
    </ListRow>
  )
  return (
    <BottomBar>
      <View className="grow">
        <View className="sort-pages">
          <View className="between wrap">
            <Text className="firm">选了{chosen.length}页，归到哪几项？</Text>
            {folder.between.length > 0 ? (
              <View id="sort-between" className="link" onClick={folder.chooseBetween}>
                <Text>中间{folder.between.length}页也选上</Text>
              </View>
            ) : (
              <Text className="note soft">一页可归几项</Text>
            )}
          </View>
          <View {...scrolledByKeys} className="sort-rows">
            {sorting.offered.map(row)}
            <ListRow id="sort-more" before={<Icon name="list" />} arrow onPress={() => setListing(true)}>
              从目录选别的项
            </ListRow>
          </View>
          <PageActions open={open} folder={folder} />
        </View>
        <View className="row gap-3">
          <Button id="sort-cancel" onPress={folder.unchoose}>
            不选了
          </Button>
          <PrimaryButton id="sort-confirm" disabled={sorting.isUnchanged} onPress={sorting.confirm}>
            {sorting.words}
          </PrimaryButton>
        </View>
      </View>
      <Drawer
        id="sort-list"
        open={isListing}
        title="归到哪几项？"
        onClose={() => setListing(false)}
        foot={
          <Button id="sort-list-done" wide onPress={() => setListing(false)}>
            选好了
          </Button>
        }
      >
        {sorting.items.map(row)}
      </Drawer>
    </BottomBar>
  )
}
