import { openOutbox } from '../../../miniprogram/outbox/outbox'
import { ScriptedCounty } from './scripted-county'
import { ScriptedPhone } from './scripted-phone'

/* Two windows of one PC, one person: both write the same box, and neither takes from the other what was typed there. */

const SHEET = '2026:madian'
const draft = (remark: string) => ({ score: 450, notApplicable: null, remark })

function twoWindows() {
  const county = new ScriptedCounty()
  const pc = new ScriptedPhone(county)
  pc.outbox.close()
  const heard = new Set<{ window: string; listener: (key: string) => void }>()
  const open = (window: string) => {
    const { storage, ...means } = pc.means
    return openOutbox('box', {
      ...means,
      storage: {
        ...storage,
        write(key, value) {
          const written = storage.write(key, value)
          // As a browser does it: every other window is told, afterwards.
          for (const other of heard) if (other.window !== window) queueMicrotask(() => other.listener(key))
          return written
        },
        onWrittenElsewhere(listener) {
          const entry = { window, listener }
          heard.add(entry)
          return () => heard.delete(entry)
        },
      },
    })
  }
  return { county, pc, left: open('left'), right: open('right'), heard }
}

test('what is typed in the one at the same instant as in the other is in both, and arrives once', async () => {
  const { county, pc, left, right } = twoWindows()
  left.fill(SHEET, 'a1-01', draft('左'), 0)
  right.fill(SHEET, 'a1-02', draft('右'), 0)
  await Promise.resolve()
  for (const window of [left, right]) {
    expect(Object.keys(window.box().selfScores[SHEET] ?? {}).sort()).toEqual(['a1-01', 'a1-02'])
  }
  await Promise.all([left.flush(), right.flush()])
  expect([county.items.get('a1-01'), county.items.get('a1-02')]).toMatchObject([{ remark: '左' }, { remark: '右' }])
  expect([left.status().kind, right.status().kind]).toEqual(['received', 'received'])
  expect(county.items.get('a1-01')).toMatchObject({ revision: 1 })
  pc.kill()
  expect(pc.outbox.box().selfScores).toEqual({})
})

test('typing goes on in the one while the other hears an answer', async () => {
  const { county, left, right } = twoWindows()
  left.fill(SHEET, 'a1-01', draft('一'), 0)
  const sending = left.flush()
  right.fill(SHEET, 'a1-02', draft('二'), 0)
  await sending
  await right.flush()
  expect(county.items.get('a1-02')).toMatchObject({ remark: '二' })
  expect(right.box().selfScores).toEqual({})
})

test('a window that is closed hears nothing more', () => {
  const { left, heard } = twoWindows()
  left.close()
  expect([...heard].map(({ window }) => window)).toEqual(['right'])
})
