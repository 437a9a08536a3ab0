import { Text, View } from '@tarojs/components'
import { Button, PrimaryButton } from '../../components/button/button'
import { EmptyState } from '../../components/empty-state/empty-state'
import { Icon } from '../../components/icon/icon'
import { Segments } from '../../components/segments/segments'
import { StatusLine } from '../../components/status-line/status-line'
import { machineName } from '../../platform/machine-name'
import { scrolledByKeys } from '../../platform/scrolled-by-keys'
import { NotThereYet } from '../frame/not-there-yet'
import { OfficeFrame } from '../frame/office-frame'
import { goTo } from '../frame/places'
import { statusOf } from '../frame/use-office'
import { Comparison } from '../rubric-editing/comparison'
import { ContradictedPane } from '../rubric-editing/contradicted-pane'
import { correctingInWords } from '../rubric-editing/correcting-in-words'
import { DraftTable } from '../rubric-editing/draft-table'
import { FindingsPane } from '../rubric-editing/findings-pane'
import { PartPane } from '../rubric-editing/part-pane'
import { type RubricDraftPage, useRubricDraft } from './use-rubric-draft'
import '../../components/paper/paper.css'
import './rubric-draft.css'

/** One uploaded document: the table as it was understood, beside what a person has to decide. */
export default function RubricDraft() {
  const page = useRubricDraft()
  const { asked, upload, annex, draft } = page
  if (!upload || !annex || !draft)
    return (
      <OfficeFrame here="rubrics">
        {upload ? (
          <EmptyState id="no-annex" icon="paper" title="没有找到评分细则的表格">
            表格要有“考评内容”等表头。请看看是不是传错了文件。
          </EmptyState>
        ) : (
          <NotThereYet status={statusOf(asked)} problem={asked.problem} onAgain={asked.reload} />
        )}
      </OfficeFrame>
    )
  return (
    <OfficeFrame here="rubrics" filled>
      <DraftTools page={page} />
      <View className="rubric-work">
        <View {...scrolledByKeys} className="rubric-desk">
          {page.view === 'comparison' ? (
            <Comparison compared={page.compared} />
          ) : (
            <View className="rubric-paper">
              <DraftTable draft={draft} marks={page.marks} chosen={page.part} onChoose={page.choose} />
            </View>
          )}
        </View>
        <View {...scrolledByKeys} className="rubric-side">
          {page.corrections.correcting.status === 'asked' ? (
            <ContradictedPane
              upload={upload}
              edits={page.corrections.correcting.edits}
              onMine={page.corrections.insist}
              onTheirs={page.corrections.giveUp}
            />
          ) : page.row || page.category || page.part?.kind === 'heading' ? (
            <PartPane
              annex={annex}
              draft={draft}
              departments={upload.departments}
              row={page.row}
              category={page.category}
              findings={page.findingsHere}
              onEdit={page.edit}
              onRemove={page.remove}
              onBack={() => page.choose(null)}
            />
          ) : (
            <FindingsPane
              upload={upload}
              annex={annex}
              onGo={page.goTo}
              onSeen={({ message }) => page.edit({ kind: 'seen', message })}
            />
          )}
        </View>
      </View>
    </OfficeFrame>
  )
}

/** Above: which annex, table or comparison, where the corrections are, and 发布. */
function DraftTools({ page }: { page: RubricDraftPage }) {
  const { upload, annex, place, view, mustsLeft, refusal, corrections } = page
  const { correcting } = corrections
  const isPublished = annex?.rubricVersionId !== null && correcting.edits.length === 0
  const problem = refusal ?? (correcting.status === 'refused' ? correcting.problem : null)
  return (
    <>
      <View className="rubric-tools">
        <Button id="to-rubrics" short light kind="quiet" icon="back" onPress={() => goTo('rubrics')}>
          评分细则
        </Button>
        {upload && upload.annexes.length > 1 ? (
          <Segments
            segments={upload.annexes.map(({ file }, index) => ({ key: String(index), text: file.annex || '附件？' }))}
            chosen={String(place)}
            onChoose={key => page.setPlace(Number(key))}
          />
        ) : null}
        <Segments
          segments={[
            { key: 'draft', text: '细则' },
            { key: 'comparison', text: '和今年的比' },
          ]}
          chosen={view}
          onChoose={page.setView}
        />
        <Text className="note soft only-pc rubric-file">{upload?.fileName}</Text>
        <View className="rubric-publish">
          <StatusLine {...correctingInWords(correcting, machineName())} />
          {isPublished ? (
            <View id="published" className="row gap-2 done">
              <Icon name="check" size="small" />
              <Text>已发布</Text>
            </View>
          ) : (
            <PrimaryButton
              id="publish"
              busy={page.publishing}
              disabled={mustsLeft > 0 || correcting.edits.length > 0}
              onPress={page.publish}
            >
              {mustsLeft > 0 ? `还有${mustsLeft}处要先定` : `发布${annex?.file.annex ?? ''}`}
            </PrimaryButton>
          )}
        </View>
      </View>
      {problem ? (
        <View id="draft-problem" className="asked">
          {problem.message}
        </View>
      ) : null}
    </>
  )
}
