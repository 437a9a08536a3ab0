import * as v from 'valibot'

/** 订阅消息: what we send by WeChat falls under three templates, as many as one tap may ask consent for. */
export const templateNames = ['deadline', 'supplement', 'progress'] as const
export type TemplateName = (typeof templateNames)[number]

/** What a message of each template says, in our words; which field of WeChat's template carries it is configured. */
export const templateParts = {
  /** 事项 · 截止时间 · 还差什么 */
  deadline: ['about', 'until', 'words'],
  /** 事项 · 截止时间 · 补什么 */
  supplement: ['about', 'until', 'words'],
  /** 事项 · 时间 · 结果 */
  progress: ['about', 'at', 'words'],
} as const satisfies Record<TemplateName, readonly string[]>

/** WeChat's kinds of fields and the most characters that each takes; a time has a form of its own. */
const longest = { thing: 20, phrase: 5, name: 10, character_string: 32, time: 20, date: 20 } as const
export type FieldKind = keyof typeof longest

const kinds = Object.keys(longest) as FieldKind[]
const Field = v.pipe(
  v.string(),
  v.check(
    key => fieldKindOf(key) !== null,
    issue => `${issue.input} is no field of WeChat's: it is named by ${kinds.join(', ')} and a number`,
  ),
)

const template = (parts: readonly string[]) =>
  v.strictObject({
    templateId: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{20,64}$/, 'templateId is not one of WeChat’s')),
    /** 长期订阅: one consent lasts until it is taken back. Only some trades have such templates. */
    lasting: v.optional(v.boolean(), false),
    fields: v.strictObject(Object.fromEntries(parts.map(part => [part, Field]))),
  })

const Templates = v.pipe(
  v.strictObject({
    deadline: template(templateParts.deadline),
    supplement: template(templateParts.supplement),
    progress: template(templateParts.progress),
  }),
  v.check(
    all => new Set(templateNames.map(name => all[name].lasting)).size === 1,
    'one-time and long-term templates cannot be asked for in one tap: make all of them the same',
  ),
  v.check(
    all => templateNames.every(name => 'until' in all[name].fields || 'at' in all[name].fields),
    'a template without a time',
  ),
)

export interface Template {
  templateId: string
  lasting: boolean
  /** WeChat's field by our part: `{ about: 'thing1', until: 'time2', words: 'thing3' }`. */
  fields: Record<string, string>
}
export type Templates = Record<TemplateName, Template>

/**
 * The county's templates as the deployment names them (JSON); null where it has none: then everything is told in the app
 * alone. Checked when the functions are built, and again when they start.
 * @throws Error that names the field which WeChat would refuse.
 */
export function parseTemplates(text: string | undefined): Templates | null {
  if (!text) return null
  const parsed = v.safeParse(Templates, JSON.parse(text))
  if (parsed.success) return parsed.output
  const words = parsed.issues.map(issue => [v.getDotPath(issue), issue.message].filter(Boolean).join(': '))
  throw new Error(`NOTICE_TEMPLATES: ${words.join('; ')}`)
}

/** thing1 is a thing; null where WeChat knows no such field. */
export function fieldKindOf(key: string): FieldKind | null {
  const kind = key.replace(/\d+$/, '')
  return /\d$/.test(key) && kinds.includes(kind as FieldKind) ? (kind as FieldKind) : null
}

/** The most characters that WeChat takes in this field. */
export function longestIn(key: string): number {
  const kind = fieldKindOf(key)
  return kind === null ? 0 : longest[kind]
}
