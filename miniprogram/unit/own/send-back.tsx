import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { ask } from '../../backend/ask'
import { Button } from '../../components/button/button'
import { Drawer } from '../../components/drawer/drawer'
import { TextField } from '../../components/text-field/text-field'
import type { OpenSheet } from './use-own-sheet'

interface SendBackProps {
  open: OpenSheet
  onSentBack?: () => void
}

/** 退给填报人: asks the chair for one line, so that the filler knows what to change. */
export function SendBackButton({ open, onSentBack }: SendBackProps) {
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const note = useRef('')
  const send = async () => {
    if (note.current.trim() === '') return setProblem('请写一句，填报人才知道改什么')
    setBusy(true)
    const { cycle, unit } = open.sheet
    const asked = await ask('assessment.send-back', { cycleId: cycle.cycleId, unitId: unit.unitId, note: note.current })
    setBusy(false)
    if (!asked.ok) return setProblem(asked.problem.message)
    setOpen(false)
    open.replace(asked.output)
    onSentBack?.()
  }
  return (
    <>
      <Button id="send-back" onPress={() => setOpen(true)}>
        退给填报人
      </Button>
      <Drawer
        id="send-back-drawer"
        open={isOpen}
        title="退给填报人"
        onClose={() => setOpen(false)}
        foot={
          <Button id="send-back-confirm" wide busy={isBusy} onPress={send}>
            退回
          </Button>
        }
      >
        <View className="soft">退回后填报人可以再改，改好重新送您。</View>
        <View className="mt-2">
          <TextField
            id="send-back-note"
            label="请改"
            initial=""
            placeholder="如：第5项少一页汇总表"
            maximum={200}
            problem={problem}
            onInput={text => {
              note.current = text
              setProblem(null)
            }}
          />
        </View>
      </Drawer>
    </>
  )
}
