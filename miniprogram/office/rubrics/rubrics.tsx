import { Text, View } from '@tarojs/components'
import { printMoment } from '#shared/cycle/beijing-time'
import { serverNow } from '../../backend/ask'
import { Button, PrimaryButton } from '../../components/button/button'
import { ListRow } from '../../components/list-row/list-row'
import { Notice } from '../../components/notice/notice'
import { NotThereYet } from '../frame/not-there-yet'
import { OfficeFrame } from '../frame/office-frame'
import { goToRubricDraft } from '../frame/places'
import { statusOf } from '../frame/use-office'
import { Comparison } from '../rubric-editing/comparison'
import { useRubrics } from './use-rubrics'
import { VersionRows } from './version-rows'
import './rubrics.css'

/** 评分细则: versions and who uses them, documents that were uploaded, and bringing in next year's. */
export default function Rubrics() {
  const { versions, uploads, comparing, setComparing, compared, busy, failure, upload } = useRubrics()
  if (!versions.output || !uploads.output)
    return (
      <OfficeFrame here="rubrics">
        <NotThereYet
          status={statusOf(versions.problem ? versions : uploads)}
          problem={versions.problem ?? uploads.problem}
          onAgain={() => void Promise.all([versions.reload(), uploads.reload()])}
        />
      </OfficeFrame>
    )
  return (
    <OfficeFrame here="rubrics">
      <View className="rubrics-columns">
        <View className="rubrics-column">
          <VersionRows versions={versions.output.versions} comparing={comparing} onCompare={setComparing} />
        </View>
        <View className="rubrics-column">
          {comparing === null ? (
            <>
              <View className="card">
                <View className="head">明年的评分细则</View>
                <View className="soft mt-1">
                  把正式印发的 Word 文件传上来，程序读出每个附件的表格，列出要您定的地方；改好以后发布，开始考核时选用。
                </View>
                <View className="row mt-3">
                  <PrimaryButton id="rubric-upload" icon="up" busy={busy !== null} onPress={upload}>
                    {busy ?? '上传 Word 文件'}
                  </PrimaryButton>
                </View>
              </View>
              {failure ? (
                <Notice id="rubric-failure" kind="asked" title="没有读进来">
                  {failure.message}
                </Notice>
              ) : null}
              <View id="uploads" className="card rows">
                {uploads.output.uploads.length === 0 ? <View className="uploads-none soft">还没有传过文件</View> : null}
                {uploads.output.uploads.map(({ uploadId, fileName, uploadedAt, by, annexes, published }) => (
                  <ListRow
                    key={uploadId}
                    id={`upload-${uploadId}`}
                    arrow
                    below={`${by}　${printMoment(uploadedAt, serverNow())}　${annexes.join('、') || '没有表格'}`}
                    after={<Text className="note soft nowrap">{publishedInWords(annexes.length, published)}</Text>}
                    onPress={() => goToRubricDraft(uploadId)}
                  >
                    {fileName}
                  </ListRow>
                ))}
              </View>
            </>
          ) : (
            <>
              <View className="row">
                <Button id="comparison-close" short light kind="quiet" icon="back" onPress={() => setComparing(null)}>
                  不比了
                </Button>
              </View>
              <Comparison compared={compared} />
            </>
          )}
        </View>
      </View>
    </OfficeFrame>
  )
}

function publishedInWords(annexes: number, published: number): string {
  if (published === 0) return '还没有发布'
  return published === annexes ? '已发布' : `已发布${published}份`
}
