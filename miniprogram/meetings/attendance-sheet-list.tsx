import { Text, View } from '@tarojs/components'
import { Button } from '../components/button/button'
import { PageThumb } from '../components/page-thumb/page-thumb'
import { useLocalPicture } from '../outbox/use-local-picture'
import type { AttendanceSheet } from './attendance-sheets'
import type { NewMeetingWork } from './use-new-meeting'

/** The photographed 签到册 of a meeting that is being entered. */
export function AttendanceSheetList({ work }: { work: NewMeetingWork }) {
  const sheets = work.draft?.sheets ?? []
  const isBusy = work.busy !== null
  return (
    <View id="meeting-sheets" className="card">
      <View className="between">
        <Text className="firm">签到册</Text>
        <Text className="note soft">{sheets.length > 0 ? `附了${sheets.length}页` : '没附也能记'}</Text>
      </View>
      {sheets.length > 0 ? (
        <View className="page-row mt-2">
          {sheets.map((sheet, place) => (
            <Sheet key={sheet.path} sheet={sheet} number={place + 1} onTakeOut={() => work.detach(sheet)} />
          ))}
        </View>
      ) : null}
      <View className="row gap-2 mt-2">
        <Button id="sheet-camera" short light icon="camera" disabled={isBusy} onPress={() => work.attach('camera')}>
          拍照
        </Button>
        <Button id="sheet-album" short light icon="folder" disabled={isBusy} onPress={() => work.attach('album')}>
          选照片
        </Button>
      </View>
    </View>
  )
}

function Sheet({ sheet, number, onTakeOut }: { sheet: AttendanceSheet; number: number; onTakeOut: () => void }) {
  const source = useLocalPicture(sheet.thumbnail.path)
  return (
    <View className="meeting-sheet">
      <PageThumb size="row" source={source} name={`第${number}页`} />
      <View className="link quiet" onClick={onTakeOut}>
        拿掉
      </View>
    </View>
  )
}
