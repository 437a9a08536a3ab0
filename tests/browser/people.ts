import type { County } from '../support/county'

/** Whom the pictures show, by how the small county calls them. */
const people: Record<string, { name: string; phone: string }> = {
  城关镇总工会填报人: { name: '李晓燕', phone: '138 0000 0316' },
  城关镇总工会主席: { name: '王建国', phone: '138 0000 0288' },
  县委办工会主席: { name: '孙丽', phone: '138 0000 0457' },
  县法院工会主席: { name: '赵建军', phone: '138 0000 0693' },
  教育系统工会主席: { name: '陈红梅', phone: '138 0000 0186' },
  卫生系统工会主席: { name: '周会霞', phone: '138 0000 0519' },
  化肥厂工会主席: { name: '马军', phone: '138 0000 0660' },
  供电公司工会主席: { name: '李国栋', phone: '138 0000 0408' },
  办公室部长: { name: '张立新', phone: '' },
  组织部部长: { name: '周敏', phone: '' },
  考核办: { name: '孟庆华', phone: '' },
}

/** Gives the people of the small county names and numbers as people have them. */
export async function namePeople(county: County): Promise<void> {
  const members = county.database.collection('members')
  await Promise.all(Object.entries(people).map(([name, person]) => members.where({ name }).update(person)))
}
