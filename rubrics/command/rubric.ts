import { parseArgs } from 'node:util'
import { CommandProblem } from './annex-files'
import { checkFolder } from './check-folder'
import { compareFolders } from './compare-folders'
import { importDocument } from './import-document'

const usage = `用法：
  npm run rubric -- import 文件.docx [--out 文件夹] [--known 文件夹] [--earlier 文件夹]…
      读 Word 里的评分细则，说明读到了什么、要定什么、哪些文字没有放进去。
      --out      把附件写成 annex-*.json；不写就只看不存
      --known    现行的附件在哪里，短名、怎么准备等从那里沿用（不写就是 rubrics）
      --earlier  更早年度的附件在哪里，那里用过的编号不再用；可以写几个
      读到了就是0，哪怕还有要定的；读不了是2。
  npm run rubric -- check [文件夹]
      列出文件夹里附件的所有问题；有问题是1。
  npm run rubric -- diff 旧 新
      两份附件，或两个文件夹，有哪些不同。`

/** The exit code. Only here does the command print. */
async function run(words: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { out: { type: 'string' }, known: { type: 'string' }, earlier: { type: 'string', multiple: true } },
  })
  const [command, first, second] = positionals
  if (command === 'import' && first !== undefined) {
    const { out, known = 'rubrics', earlier = [] } = values
    console.log(await importDocument({ document: first, known, earlier, out }))
    return 0
  }
  if (command === 'check') {
    const { report, isRight } = checkFolder(first ?? 'rubrics')
    console.log(report)
    return isRight ? 0 : 1
  }
  if (command === 'diff' && first !== undefined && second !== undefined) {
    console.log(compareFolders(first, second))
    return 0
  }
  console.log(usage)
  return 2
}

run(process.argv.slice(2)).then(
  code => {
    process.exitCode = code
  },
  (error: unknown) => {
    const isOption = error instanceof TypeError && 'code' in error
    console.error(error instanceof CommandProblem ? error.message : isOption ? usage : error)
    process.exitCode = 2
  },
)
