import { View } from '@tarojs/components'
import { BottomBar } from '../../components/bottom-bar/bottom-bar'
import { PrimaryButton } from '../../components/button/button'
import { Failed } from '../../components/failed/failed'
import { AnnexTable } from '../../components/paper/annex-table'
import { MaterialsTable } from '../../components/paper/materials-table'
import { Paper } from '../../components/paper/paper'
import { Segments } from '../../components/segments/segments'
import { Skeleton } from '../../components/skeleton/skeleton'
import { UnitPage } from '../own/unit-page'
import { type FormChoice, useForm } from './use-form'
import './form.css'

/** 自评表 and 资料目录 as they will be printed and stamped. */
export default function FormPage() {
  const { own, kind, setKind, form, isMaking, download, seesScores } = useForm()
  const bar = (
    <BottomBar>
      <PrimaryButton id="download-word" icon="download" busy={isMaking} disabled={!form.output} onPress={download}>
        {isMaking ? '正在做文件' : '下载 Word'}
      </PrimaryButton>
    </BottomBar>
  )
  const segments: { key: FormChoice; text: string }[] = [
    { key: 'self', text: '自评表' },
    { key: 'materials', text: '资料目录' },
  ]
  if (seesScores) segments.push({ key: 'scored', text: '评分表' })
  return (
    <UnitPage id="form" own={own} flush wide bar={() => bar}>
      {() => (
        <>
          <View className="form-segments">
            <Segments segments={segments} chosen={kind} onChoose={setKind} />
            <View className="note soft mt-2 form-hint">左右推着看；下载后可以打印、盖章。</View>
          </View>
          <View className="form-segments">
            {form.status === 'loading' ? <Skeleton rows={4} /> : null}
            {form.status === 'failed' ? <Failed problem={form.problem} onRetry={form.reload} /> : null}
          </View>
          {form.output ? (
            <Paper id="paper">
              {form.output.kind === 'materials' ? (
                <MaterialsTable list={form.output.list} />
              ) : (
                <AnnexTable table={form.output.table} signed={form.output.kind === 'self'} />
              )}
            </Paper>
          ) : null}
        </>
      )}
    </UnitPage>
  )
}
