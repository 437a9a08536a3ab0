import { recordedMeasures } from '#shared/records/describe-measures'
import { departmentWrittenAs } from '#shared/rubric/department'
import { findItem, itemsOf } from '#shared/rubric/rubric'
import { shippedDepartments, shippedRubrics } from '../../rubrics/shipped-rubrics'

const allItems = shippedRubrics.flatMap(itemsOf)

function pick(itemIds: string[]) {
  return allItems.filter(item => itemIds.includes(item.id))
}

describe('ids', () => {
  test('an item id tells annex and number, so no two of the 83 are alike', () => {
    for (const [index, rubric] of shippedRubrics.entries()) {
      for (const { id, number } of itemsOf(rubric)) {
        expect(id).toBe(`a${index + 1}-${String(number).padStart(2, '0')}`)
      }
    }
  })

  test('each audience has one annex', () => {
    expect(shippedRubrics.map(({ audience }) => audience)).toEqual([
      'township',
      'system',
      'party-government',
      'enterprise',
    ])
  })
})

describe('departments', () => {
  test('six, and both spellings of 宣教部 are one department', () => {
    expect(shippedDepartments).toHaveLength(6)
    expect(departmentWrittenAs(shippedDepartments, '宣传部')).toBe(departmentWrittenAs(shippedDepartments, '宣教部'))
    expect(departmentWrittenAs(shippedDepartments, '宣保部')).toBeUndefined()
  })

  test('who scores an item, and who reads it, are exactly the departments that its category names', () => {
    for (const { departmentsAsWritten, items } of shippedRubrics.flatMap(rubric => rubric.categories)) {
      const named = departmentsAsWritten.map(written => departmentWrittenAs(shippedDepartments, written)?.id)
      for (const item of items) expect([item.department, ...item.readers].sort()).toEqual([...named].sort())
    }
  })

  test('the nine joint items of annex 3, 70 points, have a default that the county is to confirm', () => {
    const joint = allItems.filter(item => item.departmentToBeConfirmed)
    expect(joint.map(item => [item.id, item.department])).toEqual([
      ['a3-04', 'organization'],
      ['a3-05', 'publicity'],
      ['a3-06', 'organization'],
      ['a3-07', 'organization'],
      ['a3-08', 'publicity'],
      ['a3-10', 'general-office'],
      ['a3-11', 'organization'],
      ['a3-12', 'organization'],
      ['a3-13', 'general-office'],
    ])
    expect(joint.reduce((sum, item) => sum + item.points, 0)).toBe(7000)
    expect(allItems.filter(item => item.readers.length > 0)).toEqual(joint)
  })
})

describe('what is ours', () => {
  test('a short name fits a list: 3 to 10 characters, and names one item of its annex', () => {
    for (const rubric of shippedRubrics) {
      const names = itemsOf(rubric).map(item => item.shortName)
      for (const name of names) expect(name).toMatch(/^.{3,10}$/u)
      expect(new Set(names).size).toBe(names.length)
    }
  })

  test('怎么准备 is one short line without an end stop, and orders nobody to upload', () => {
    for (const { preparation } of allItems) {
      expect(preparation).toMatch(/^[^。；\n]{8,50}$/u)
      expect(preparation).not.toMatch(/上传|佐证|必须/u)
    }
  })

  test('where the county holds the sign-in sheets, the unit prepares nothing', () => {
    const held = allItems.filter(item => item.evidence === 'county-record')
    expect(held.map(item => item.id)).toEqual(['a1-04', 'a2-02', 'a3-02'])
    expect(held).toEqual(allItems.filter(item => item.basis.includes('签到记录')))
    for (const { preparation } of held) expect(preparation).toBe('县总有签到记录，您不用准备')
  })

  test('一网一卡 never asks for identity cards', () => {
    for (const { preparation } of pick(['a1-05', 'a2-04', 'a4-05'])) {
      expect(preparation).toBe('拍封面、发卡汇总表，不要拍身份证和名册内页')
    }
  })

  test('where the source speaks of personal files or lists of names, the line says what not to photograph', () => {
    const personal = allItems.filter(item =>
      /身份证|困难职工|健康档案|名册|送温暖|积极分子/u.test(item.text + item.basis),
    )
    expect(personal.map(item => item.id)).toEqual(
      expect.arrayContaining(['a1-05', 'a1-12', 'a1-15', 'a2-10', 'a4-07', 'a4-14']),
    )
    for (const { preparation } of personal) expect(preparation).toContain('不要拍')
  })

  test('usual reasons for 不涉及 stand only where the whole item hangs on them', () => {
    const reasons = allItems.filter(item => item.notApplicableReasons.length > 0)
    expect(reasons.map(item => [item.id, ...item.notApplicableReasons])).toEqual([
      ['a1-11', '辖区无规模以上企业'],
      ['a2-11', '所属单位无企业'],
      ['a2-16', '所属单位无企业'],
      ['a2-20', '所属单位无企业'],
      ['a4-04', '本年度主席无调整'],
    ])
  })
})

test('an item is found in its own annex only', () => {
  const [township, system] = shippedRubrics
  expect(township && findItem(township, 'a1-05')?.shortName).toBe('一网一卡')
  expect(system && findItem(system, 'a1-05')).toBeUndefined()
})

test('no two of the measures that the county keeps records of are called alike', () => {
  for (const rubric of shippedRubrics) {
    const names = recordedMeasures([rubric]).map(({ name }) => name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  }
})
