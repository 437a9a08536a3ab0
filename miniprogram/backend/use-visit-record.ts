import Taro from '@tarojs/taro'
import { useDownload } from './use-download'

interface VisitedUnit {
  cycleId: string
  groupId: string
  unitId: string
}

/** 实地考核记录 as a Word file: of what the group has noted, or with nothing in it, for the pen. */
export function useVisitRecord() {
  const { making, problem, download } = useDownload()
  async function ask({ cycleId, groupId, unitId }: VisitedUnit) {
    const choice = await Taro.showActionSheet({ itemList: ['按已经记的填好', '空表，到现场用笔填'] }).catch(() => null)
    if (choice) await download({ kind: 'visit', cycleId, groupId, unitId, blank: choice.tapIndex === 1 })
  }
  return { making, problem, ask }
}
