import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { CellProblem } from '#shared/contract/target-contract'
import type { Problem } from '#shared/errors/problems'
import { scrolledByKeys } from '../../platform/scrolled-by-keys'
import { Button, PrimaryButton } from '../button/button'
import { Icon } from '../icon/icon'
import '../card/card.css'
import './import-panel.css'

interface ImportPanelProps {
  /** 正在上传 45%; null while nothing is under way. */
  busy: string | null
  fileName: string | null
  /** Faults of the table by cell. With any of them nothing can be imported. */
  faults: readonly CellProblem[]
  problem: Problem | null
  /** What was imported. */
  done: string | null
  /** 表里42个单位，310格要改. */
  summary: string
  /** Nothing differs: nothing to import. */
  nothing: boolean
  /** What would change, row by row. */
  children?: ReactNode
  onChoose: () => void
  onApply: () => void
  onClose: () => void
}

/** Beside the table that it would change: what an Excel file says, before any of it counts. */
export function ImportPanel(props: ImportPanelProps) {
  const { busy, fileName, faults, problem, done, summary, nothing, children, onChoose, onApply, onClose } = props
  const isReady = fileName !== null && faults.length === 0 && !nothing
  return (
    <View id="import-panel" className="card import-panel">
      <View className="between">
        <Text className="head">从 Excel 导入</Text>
        <View id="import-close" className="link quiet" onClick={onClose}>
          {done ? '关上' : '不导入了'}
        </View>
      </View>
      {fileName ? <View className="note soft import-name">{fileName}</View> : null}
      {busy ? (
        <View id="import-busy" className="row gap-2 mt-3">
          <View className="button-busy" />
          <Text>{busy}</Text>
        </View>
      ) : null}
      {problem ? (
        <View id="import-problem" className="asked mt-3">
          {problem.message}
        </View>
      ) : null}
      {done ? (
        <View id="import-done" className="row gap-2 done mt-3">
          <Icon name="check" size="small" />
          <Text>{done}</Text>
        </View>
      ) : null}
      {faults.length > 0 ? (
        <>
          <View className="row top gap-2 asked mt-3">
            <Icon name="look" size="small" />
            <Text id="import-faults" className="firm">
              {faults.length}处不对，改好再传。一格也没有导入。
            </Text>
          </View>
          <View {...scrolledByKeys} className="import-rows">
            {faults.map(({ cell, message }) => (
              <View key={`${cell}:${message}`} className="import-row">
                <View className="import-cell firm figure">{cell}</View>
                <View>{message}</View>
              </View>
            ))}
          </View>
        </>
      ) : fileName && !done ? (
        <>
          <View id="import-summary" className="firm mt-3">
            {nothing ? '和现在的一样，没有要改的' : summary}
          </View>
          <View {...scrolledByKeys} className="import-rows">
            {children}
          </View>
        </>
      ) : null}
      {isReady && !done ? (
        <View className="row mt-3">
          <PrimaryButton id="import-apply" busy={busy !== null} onPress={onApply}>
            导入
          </PrimaryButton>
        </View>
      ) : (fileName || problem) && busy === null && !done ? (
        <View className="row mt-3">
          <Button id="import-again" wide light onPress={onChoose}>
            重新选文件
          </Button>
        </View>
      ) : null}
    </View>
  )
}
