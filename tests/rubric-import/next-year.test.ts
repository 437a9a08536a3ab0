import { parseRubric } from '#shared/rubric/parse-rubric'
import type { ImportedAnnex, KnownRubrics } from '#shared/rubric-import/rubric-document'
import type { ItemDraft, RubricDraft } from '#shared/rubric-import/rubric-draft'
import { readRubricDocument } from '../../cloudfunctions/documents/word/read-rubric-document'
import { shippedDepartments } from '../../rubrics/shipped-rubrics'
import { known, shippedFiles, understood } from './known'
import { repeatedCells } from './table-styles'
import { wordDocument } from './word-document'

type Edit = (annex: RubricDraft) => void

/** Annex 1 (or another) edited as the county would edit its document, written as Word, and imported. */
async function importEdited(
  edit: Edit,
  { annex: index = 0, against = known }: { annex?: number; against?: KnownRubrics } = {},
) {
  const annex = shippedFiles()[index]
  if (!annex) throw new Error('there are four')
  edit(annex)
  const file = await wordDocument(repeatedCells(annex))
  const [imported] = understood(await readRubricDocument(file, against)).annexes
  if (!imported) throw new Error('no annex')
  return { imported, messages: imported.findings.map(({ weight, message }) => `${weight} ${message}`) }
}

function itemsIn({ file }: Pick<ImportedAnnex, 'file'>): ItemDraft[] {
  return file.categories.flatMap(({ items }) => items)
}

function edited(annex: RubricDraft, id: string): ItemDraft {
  const item = itemsIn({ file: annex }).find(candidate => candidate.id === id)
  if (!item) throw new Error(id)
  return item
}

test('a reworded item keeps its id and our lines, and a fact only while its words stand', async () => {
  const { imported, messages } = await importEdited(annex => {
    const item = edited(annex, 'a1-25')
    item.text = item.text.replace('10篇', '12篇')
  })
  const [was] = itemsIn({ file: shippedFiles()[0] ?? imported.file }).filter(({ id }) => id === 'a1-25')
  const item = itemsIn(imported).find(({ id }) => id === 'a1-25')
  expect(item).toMatchObject({ shortName: was?.shortName, preparation: was?.preparation, department: 'publicity' })
  expect(item?.facts).toEqual(was?.facts?.slice(1))
  expect(item).not.toHaveProperty('factsTogether')
  expect(messages).toEqual([
    'look 附件1“宣传教育”第25项改了文字，沿用a1-25“信息宣传和报刊征订”的短名和怎么准备，请看还合不合适。',
    'look 附件1“宣传教育”第25项的要核对的数字“信息、宣传稿件”引的原文“上报信息、宣传稿件10篇”在新的考评内容里找不到，没有沿用。',
  ])
})

test('a rule goes with its item while its phrase stands, choices and all; else it is left out and said', async () => {
  const kept = await importEdited(annex => {
    edited(annex, 'a1-04').text = '工会主席、工会委员按时参加县总各类会议、培训和活动，每缺席一次扣0.5分。'
  })
  expect(itemsIn(kept.imported)[3]?.rule).toEqual(itemsIn({ file: shippedFiles()[0] ?? kept.imported.file })[3]?.rule)
  const left = await importEdited(annex => {
    edited(annex, 'a1-04').text = '工会主席、工会委员按时参加县总会议、培训等活动，每缺席一次扣1分。'
  })
  expect(itemsIn(left.imported)[3]).not.toHaveProperty('rule')
  expect(left.messages[1]).toBe(
    'look 附件1“党政重视”第4项的计分方法引的原文“每缺席一次扣0.5分”在新的考评内容里找不到，没有沿用。',
  )
})

test('a new item takes the next free id, and waits for its 怎么准备', async () => {
  const { imported, messages } = await importEdited(annex => {
    annex.categories[0]?.items.push({ ...edited(annex, 'a1-01'), text: '关心关爱货车司机、快递员等新就业形态劳动者。' })
    for (const category of annex.categories.slice(0, 1)) category.points = 13
  })
  expect(itemsIn(imported)[4]).toEqual({
    id: 'a1-26',
    number: 5,
    points: 3,
    text: '关心关爱货车司机、快递员等新就业形态劳动者。',
    basis: '以文件、会议记录为依据。',
    department: 'general-office',
    shortName: '关心关爱货车司机',
    preparation: '',
    evidence: 'material',
  })
  expect(messages).toEqual([
    'look 附件1合计103分，原来是100分。',
    'must 附件1“党政重视”第5项是新的一项，编号给a1-26，请写怎么准备，并看短名“关心关爱货车司机”好不好。',
  ])
  // The one thing to decide, decided: the file is ready.
  for (const item of itemsIn(imported)) item.preparation ||= '拍慰问活动照片和名册封面'
  expect(parseRubric(imported.file, shippedDepartments)).toHaveProperty('rubric')
})

test('ids of earlier years are not given again', async () => {
  const against = { ...known, retiredIds: ['a1-31', 'a1-c9', 'a12-40'] }
  const { imported } = await importEdited(
    annex => {
      annex.categories.push({
        ...annex.categories[0],
        id: '',
        name: '新业态',
        points: 3,
        departmentsAsWritten: ['保障部'],
        items: [{ ...edited(annex, 'a1-02'), text: '为外卖骑手建立歇脚点。' }],
      })
    },
    { against },
  )
  expect(imported.file.categories.at(-1)?.id).toBe('a1-c10')
  expect(itemsIn(imported).at(-1)?.id).toBe('a1-32')
})

test('a dropped item is said, with the id that ends', async () => {
  const { messages } = await importEdited(annex => {
    annex.categories[1]?.items.splice(0, 1)
  })
  expect(messages).toEqual([
    'look 附件1合计95分，原来是100分。',
    'look 附件1里没有了原来“组织建设”第5项“一网一卡”，编号a1-05不再用。',
    'must 附件1“组织建设”写的是18分，各项相加是13分。',
  ])
})

test('an item that moved to another category is the same item', async () => {
  const { imported, messages } = await importEdited(annex => {
    const [first, second] = annex.categories
    second?.items.push(...(first?.items.splice(1, 1) ?? []))
    for (const [category, points] of [[first, 7] as const, [second, 21] as const])
      if (category) category.points = points
  })
  expect(imported.file.categories[1]?.items.map(({ id, department }) => [id, department]).at(-1)).toEqual([
    'a1-02',
    'organization',
  ])
  expect(messages).toEqual(['look 附件1“组织建设”第9项由办公室改为组织部评分。'])
})

describe('departments', () => {
  test('a spelling that nobody knows', async () => {
    const { imported, messages } = await importEdited(annex => {
      for (const category of annex.categories.slice(1, 2)) category.departmentsAsWritten = ['基层工作部']
    })
    expect(messages).toEqual(['must 附件1“组织建设”的责任部室“基层工作部”不在部室表里。'])
    expect(imported.findings[0]).toMatchObject({
      kind: 'department',
      path: ['categories', 1, 'departmentsAsWritten', 0],
    })
    expect(imported.file.categories[1]?.items[0]?.department).toBe('organization')
  })

  test('a second one in the cell: who scored before scores, and the county is to confirm', async () => {
    const { imported, messages } = await importEdited(annex => {
      for (const category of annex.categories.slice(4, 5)) category.departmentsAsWritten = ['保障部', '办公室']
    })
    expect(imported.file.categories[4]?.items[0]).toMatchObject({
      department: 'general-office',
      readers: ['welfare'],
      departmentToBeConfirmed: true,
    })
    expect(messages[0]).toBe('look 附件1“法律维权”第18项写了保障部、办公室，先按办公室评分，请县总确认。')
  })

  test('a known joint category is carried over with the county’s defaults, without a question', async () => {
    expect((await importEdited(() => undefined, { annex: 2 })).messages).toEqual([])
  })
})

describe('points and sums', () => {
  test('a wrong sum is reported at the category', async () => {
    const { imported, messages } = await importEdited(annex => {
      edited(annex, 'a1-05').points = 6
    })
    expect(messages).toEqual(['look 附件1合计101分，原来是100分。', 'must 附件1“组织建设”写的是18分，各项相加是19分。'])
    expect(imported.findings[1]).toMatchObject({ kind: 'sum', path: ['categories', 1, 'points'] })
  })

  test('an item without points is one question, not two', async () => {
    const annex = shippedFiles()[0]
    if (!annex) throw new Error('there are four')
    const blocks = JSON.parse(JSON.stringify(repeatedCells(annex)).replace('签约工作。（5分）', '签约工作。'))
    const [imported] = understood(await readRubricDocument(await wordDocument(blocks), known)).annexes
    expect(imported?.findings.map(({ message, documentPlace }) => [message, documentPlace])).toEqual([
      ['附件1“组织建设”第5项没有写分值，请补上。', '第1张表第6行'],
    ])
  })

  test('the same category with two different points', async () => {
    const annex = shippedFiles()[0]
    if (!annex) throw new Error('there are four')
    const blocks = JSON.parse(JSON.stringify(repeatedCells(annex)).replace('党政重视10分', '党政重视12分'))
    const [imported] = understood(await readRubricDocument(await wordDocument(blocks), known)).annexes
    expect(imported?.findings[0]?.message).toBe('附件1“党政重视”写了两个分值，12分和10分，请看该是哪一个。')
  })
})

describe('which annex goes on', () => {
  test('a renumbered annex is known by its audience', async () => {
    const { imported } = await importEdited(annex => {
      annex.annex = '附件3'
    })
    expect(imported.carriedFrom).toBe('township')
  })

  test('an audience in other words goes on by the number, and is said', async () => {
    const { imported, messages } = await importEdited(annex => {
      annex.audienceAsWritten = '开发区、乡镇、街道'
    })
    expect(imported.carriedFrom).toBe('township')
    expect(messages).toEqual(['look 附件1的考核对象原来是“开发区、乡镇”，这里是“开发区、乡镇、街道”，先按同一类。'])
  })

  test('a new annex carries nothing and asks for its 考核对象类别', async () => {
    const { imported, messages } = await importEdited(annex => {
      annex.annex = '附件5'
      annex.audienceAsWritten = '社会组织'
    })
    expect(imported.carriedFrom).toBeNull()
    expect(imported.file).toMatchObject({ id: 'annex-5', audience: '' })
    expect(itemsIn(imported)[0]?.id).toBe('a5-01')
    expect(messages[0]).toBe('must 附件5的考核对象“社会组织”不在已有的几类里，请选一类。')
  })
})
