import type { Audience } from '#shared/rubric/rubric'

/** The units of the demo county in their customary order: the county's own, then by how long they have been listed. */
const names: Record<Audience, string[]> = {
  township: [
    '产业集聚区',
    '城关镇',
    '马店镇',
    '西山乡',
    '柳林镇',
    '石桥镇',
    '大杨镇',
    '陈庄乡',
    '南湖乡',
    '王楼镇',
    '高集镇',
    '双河镇',
    '赵岗乡',
    '云台镇',
    '青石乡',
    '北河乡',
  ],
  system: [
    '教育系统',
    '卫生系统',
    '交通系统',
    '住建系统',
    '商务系统',
    '水利系统',
    '农业农村系统',
    '文旅系统',
    '供销系统',
    '民政系统',
  ],
  'party-government': [
    '县委办公室',
    '县政府办公室',
    '县人民法院',
    '县人民检察院',
    '县公安局',
    '县司法局',
    '县档案馆',
    '县统计局',
    '县财政局',
  ],
  enterprise: ['县自来水公司', '县供电公司', '县燃气公司', '县公交公司', '县粮食储备库', '县印刷厂'],
}

const surnames =
  '张王李赵陈刘杨黄周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁于蒋蔡余杜叶程苏魏吕丁任沈姚卢'
const givenNames = [
  '建国',
  '海涛',
  '红梅',
  '志强',
  '晓燕',
  '丽娟',
  '庆华',
  '国栋',
  '秀英',
  '文斌',
  '敏',
  '军',
  '会霞',
  '永刚',
  '春兰',
  '玉梅',
  '新民',
  '桂芳',
  '立新',
  '淑珍',
  '德胜',
  '爱华',
  '卫东',
  '凤霞',
  '俊杰',
  '美玲',
  '长海',
  '亚楠',
  '振宇',
  '雪梅',
]

export interface DemoUnit {
  unitId: string
  name: string
  audience: Audience
  order: number
}

/** Somebody a visitor of the demo may choose to be. */
export interface DemoPerson {
  openid: string
  name: string
  phone: string
  /** What the phone page says beside the name: 马店镇工会 主席. */
  title: string
  group: string
  post:
    | { role: 'chair' | 'filler'; unitId: string }
    | { role: 'department-head' | 'reviewer'; departmentId: string }
    | { role: 'office' | 'leader' }
}

const groups: Record<Audience, string> = {
  township: '开发区、乡镇',
  system: '系统',
  'party-government': '党群、政府、政法系统',
  enterprise: '直属企业',
}

export const demoUnits: DemoUnit[] = Object.entries(names).flatMap(([audience, list], block) =>
  list.map((name, index) => ({
    unitId: `${audience}-${String(index + 1).padStart(2, '0')}`,
    name: `${name}工会`,
    audience: audienceOf(audience),
    order: block * 100 + index + 1,
  })),
)

function audienceOf(key: string): Audience {
  if (key === 'township' || key === 'system' || key === 'party-government') return key
  return 'enterprise'
}

/** Everybody of the demo county; the same names and numbers on every machine. */
export function demoPeople(departments: { id: string; name: string }[]): DemoPerson[] {
  let count = 0
  const person = (title: string, group: string, post: DemoPerson['post']): DemoPerson => {
    const index = count
    count += 1
    const surname = surnames[(index * 7) % surnames.length] ?? '张'
    const given = givenNames[(index * 11 + Math.floor(index / surnames.length)) % givenNames.length] ?? '建国'
    return {
      openid: `demo-${String(index + 1).padStart(3, '0')}`,
      name: `${surname}${given}`,
      phone: `138 0000 ${String(1000 + index * 37).slice(-4)}`,
      title,
      group,
      post,
    }
  }
  return [
    person('考核办', '县总', { role: 'office' }),
    person('分管领导', '县总', { role: 'leader' }),
    ...departments.flatMap(({ id, name }) => [
      person(`${name} 部长`, '县总', { role: 'department-head', departmentId: id }),
      person(`${name} 评分人`, '县总', { role: 'reviewer', departmentId: id }),
    ]),
    ...demoUnits.flatMap(({ unitId, name, audience }) => [
      person(`${name} 主席`, groups[audience], { role: 'chair', unitId }),
      person(`${name} 填报人`, groups[audience], { role: 'filler', unitId }),
    ]),
  ]
}
