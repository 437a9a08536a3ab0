import { Picker, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { Button } from '../../components/button/button'
import { Drawer } from '../../components/drawer/drawer'
import { ListRow } from '../../components/list-row/list-row'
import { TextField } from '../../components/text-field/text-field'
import { TickBox } from '../../components/tick-box/tick-box'
import type { MaterialDescription } from '../../outbox/box'
import type { Kept } from '../../outbox/outbox'

interface DescribeMaterialProps {
  open: boolean
  title: string
  initial: MaterialDescription
  /** Without a picture the place of the original is all there is. */
  needsWhereabouts?: boolean
  onClose: () => void
  onKeep: (description: MaterialDescription) => Kept
}

/** What the 资料目录 prints of a material: name, 文号, date, where the original is. */
export function DescribeMaterial(props: DescribeMaterialProps) {
  const { open, title, initial, needsWhereabouts, onClose, onKeep } = props
  const { name, documentNumber, whereabouts } = initial
  const written = useRef({ name, documentNumber, whereabouts })
  const [date, setDate] = useState(initial.date)
  const [personal, setPersonal] = useState(initial.personal === true)
  const [wrong, setWrong] = useState<{ name?: string; whereabouts?: string }>({})
  const write = (part: Partial<typeof written.current>) => {
    written.current = { ...written.current, ...part }
  }
  const keep = () => {
    const description = { ...written.current, date, personal }
    if (description.name.trim() === '') return setWrong({ name: '请写资料名称' })
    if (needsWhereabouts && description.whereabouts.trim() === '') return setWrong({ whereabouts: '请写原件在哪里' })
    const problem = onKeep(description)
    if (problem) return setWrong({ whereabouts: problem.message })
    written.current = { name: '', documentNumber: '', whereabouts: '' }
    setWrong({})
    onClose()
  }
  const foot = (
    <Button id="describe-keep" wide onPress={keep}>
      存下
    </Button>
  )
  return (
    <Drawer id="describe" open={open} title={title} onClose={onClose} foot={foot}>
      <View className="describe-fields">
        <TextField
          id="describe-name"
          label="名称"
          initial={name}
          problem={wrong.name}
          onInput={text => write({ name: text })}
        />
        <TextField
          id="describe-number"
          label="文号"
          initial={documentNumber}
          placeholder="没有可不填"
          maximum={60}
          onInput={text => write({ documentNumber: text })}
        />
        <Picker mode="date" value={date} onChange={event => setDate(event.detail.value)}>
          <View className="field">
            <View className="field-label">日期</View>
            <View id="describe-date" className={date ? '' : 'soft'}>
              {date || '没有可不选'}
            </View>
          </View>
        </Picker>
        <TextField
          id="describe-whereabouts"
          label="原件在"
          initial={whereabouts}
          placeholder="如：1号盒第3页"
          problem={wrong.whereabouts}
          onInput={text => write({ whereabouts: text })}
        />
        <ListRow
          id="describe-personal"
          before={<TickBox on={personal} />}
          below="别人每看一次都记下来给您看；评分结束30天后自动删去照片和文件。"
          onPress={() => setPersonal(!personal)}
        >
          有身份证、银行卡、病历这类个人信息
        </ListRow>
      </View>
    </Drawer>
  )
}
