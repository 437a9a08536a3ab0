import { View } from '@tarojs/components'
import { TextField } from '../components/text-field/text-field'
import type { WrittenEntryWork } from './use-written-entry'

interface EntryFieldsProps {
  id: string
  unit: string
  work: WrittenEntryWork
  /** A correction asks why. */
  withReason: boolean
}

/** 内容, 日期, 级别, 数量; Enter in any of them saves. */
export function EntryFields({ id, unit, work, withReason }: EntryFieldsProps) {
  const { first, faults, write, save, round } = work
  return (
    <View key={round} className="entry-fields">
      <TextField
        id={`${id}-what`}
        label="内容"
        initial={first.what}
        placeholder="标题、名称，可不写"
        problem={faults.what}
        onInput={what => write({ what })}
        onEnter={save}
      />
      <View className="entry-pair">
        <TextField
          id={`${id}-date`}
          label="日期"
          initial={first.date}
          placeholder="3月12日"
          maximum={20}
          problem={faults.date}
          onInput={date => write({ date })}
          onEnter={save}
        />
        <TextField
          id={`${id}-level`}
          label="级别"
          initial={first.level}
          placeholder="市级"
          maximum={20}
          problem={faults.level}
          onInput={level => write({ level })}
          onEnter={save}
        />
      </View>
      <TextField
        id={`${id}-count`}
        label={`数量（${unit}）`}
        initial={first.count}
        kind="points"
        maximum={12}
        problem={faults.count}
        onInput={count => write({ count })}
        onEnter={save}
      />
      {withReason ? (
        <TextField
          id={`${id}-reason`}
          label="原因"
          initial={first.reason}
          placeholder="为什么更正，单位看得到"
          maximum={200}
          problem={faults.reason}
          onInput={reason => write({ reason })}
          onEnter={save}
        />
      ) : null}
      {work.refusal ? (
        <View id={`${id}-refusal`} className="asked note">
          {work.refusal}
        </View>
      ) : null}
    </View>
  )
}
