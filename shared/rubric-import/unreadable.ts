/** Why a file cannot be read as a rubric. */
export type UnreadableReason = keyof typeof unreadable

/** What to do next, for each kind of file that is none. One owner of these sentences, on every screen and in the terminal. */
export const unreadable = {
  'old-word': '这是旧版 Word 文件（.doc）。请在 Word 里打开，另存为 .docx 再传。',
  encrypted: '这份 Word 文件加了密码。请在 Word 里打开，在“文件—信息—保护文档”里去掉密码，保存后再传。',
  'other-word': '这是 Word 能打开的别种文件（如 RTF、网页）。请在 Word 里打开，另存为 .docx 再传。',
  pdf: '这是 PDF 文件，不是 Word 文件。请找发文的人要 Word 原件（.docx）再传。',
  picture: '这是一张图片，读不出表格。请找发文的人要 Word 原件（.docx）再传。',
  scan: '这份 Word 文件里只有图片，没有表格，像是扫描件。请找发文的人要能改字的 Word 原件（.docx）再传。',
  'no-table': '这份 Word 文件里没有表格，读不出评分细则。请看看是不是传错了文件。',
  'other-office': '这不是 Word 文件，像是 Excel 或 PPT 文件。请把评分细则放在 Word 里，存为 .docx 再传。',
  'other-zip': '这是压缩包，不是 Word 文件。请先解压，再传里面的 .docx 文件。',
  damaged: '这份 Word 文件是坏的，打不开。请在 Word 里打开原件看一看，另存为一份新的 .docx 再传。',
  'too-large': '这份文件太大了。请在 Word 里打开，删去图片，另存为一份新的 .docx 再传。',
  'too-long': '这份文件的表格太长，不像评分细则。请看看是不是传错了文件。',
  unsafe: '这份文件里有不是 Word 写进去的内容，没有打开它。请在 Word 里打开原件，另存为一份新的 .docx 再传。',
  'not-word': '这不是 Word 文件。请传评分细则的 Word 文件（.docx）。',
} as const
