import { categoryLines, departmentLines, headingLines } from '#shared/results/narrow-lines'

test.each([
  ['党政重视', ['党政', '重视']],
  ['自身建设', ['自身', '建设']],
  ['宣传', ['宣传']],
  ['党建工', ['党建', '工']],
])('项目 %s', (name, lines) => expect(categoryLines(name)).toEqual(lines))

test.each([
  ['办公室', ['办公室']],
  ['组织部', ['组织部']],
  ['生产保护部', ['生产', '保护部']],
  ['厂务公开办公室', ['厂务公开', '办公室']],
  ['县总工会女职工委员会', ['县总工', '会女职', '工委员会']],
])('部室 %s', (name, lines) => expect(departmentLines(name)).toEqual(lines))

test.each([
  ['项目', ['项目']],
  ['评分细则', ['评分细则']],
  ['考核责任部室', ['考核责', '任部室']],
])('heading %s', (heading, lines) => expect(headingLines(heading)).toEqual(lines))
