/** Breaks the name of a 项目 as the source does, two characters a line: 党政 / 重视. */
export function categoryLines(name: string): string[] {
  return name.match(/.{1,2}/gu) ?? []
}

/** How many characters of 五号 fit the last column. */
const departmentColumn = 4

/**
 * Breaks the name of a department for the narrow last column as the source does: 生产 / 保护部, 厂务公开 / 办公室. Never
 * leaves a single character alone.
 */
export function departmentLines(name: string): string[] {
  const office = name.length - '办公室'.length
  if (name.endsWith('办公室') && office > 0 && office <= departmentColumn) return [name.slice(0, office), '办公室']
  return evenLines([...name])
}

/** Breaks a heading of the table: 考核责 / 任部室 as the source has it; up to four characters stay on one line. */
export function headingLines(heading: string): string[] {
  return evenLines([...heading])
}

/** As few lines as fit the column, even in length, the last ones the longer. */
function evenLines(characters: string[]): string[] {
  const lines = Math.ceil(characters.length / departmentColumn)
  const starts = Array.from({ length: lines + 1 }, (_, line) => Math.floor((line * characters.length) / lines))
  return starts.slice(0, -1).map((start, line) => characters.slice(start, starts[line + 1]).join(''))
}
