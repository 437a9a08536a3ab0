import { final } from './sentence'

/** The part of the table of refusals about 任务数, 县总记录 and meetings. */
export const recordProblems = {
  'table.unreadable': final(() => '这份表打不开，没有导入，原来的没有动。请下载模板，在模板里填好，存为 .xlsx 再传。'),
  'table.too-long': final(() => '这份表太大，没有读。请只留要导入的一张表，去掉多余的行和列再传。'),
  'table.faulty': final((d: { count: number }) => `表里有${d.count}处不对，没有导入。请按列出的位置改好再传。`),
  'table.outdated': final(() => '预览以后别人改过，没有导入。请重新预览一次。'),
  'table.not-previewed': final(() => '没有找到预览过的表，没有导入，原来的没有动。请重新上传。'),
  'target.unknown-measure': final(() => '没有这个任务。请刷新后再填。'),
  'target.not-asked': final(() => '这个单位的评分细则里没有这个任务，不能填任务数，没有保存。请换一个单位或任务。'),
  'record.unknown-measure': final(() => '没有这项县总记录，或者不归您记。请返回重新选择。'),
  'record.unknown-entry': final(() => '没有这条记录，可能已经更正。请刷新后再看。'),
  'record.stale': final(() => '这条记录别人刚更正过，没有保存。请看一下现在的再改。'),
  'record.exists': final(() => '这条记录已经记过，内容不同，没有保存。请刷新后再看。'),
  'record.unknown-unit': final(() => '有的单位没有参加今年的考核，没有保存。请刷新后再填。'),
  'record.closed': final(() => '这一年的考核已经归档，记录不能再改，原来的都在。确有需要请联系考核办。'),
  'doubt.unknown': final(() => '没有这条「有出入」，可能已经答复。请刷新后再看。'),
  'doubt.answered': final(() => '这条「有出入」已经答复过了，先答复的没有动。请刷新后再看。'),
  'doubt.too-many': final(
    (d: { maximum: number }) => `还没答复的「有出入」最多 ${d.maximum} 条，这一条没有送出去，写的还在。请等县总答复。`,
  ),
  'meeting.unknown': final(() => '没有这次会议。请返回重新选择。'),
  'meeting.exists': final(() => '这次会议已经记过，内容不同，没有保存。请打开那次会议更正。'),
  'meeting.person-unknown': final(() => '应到名单里没有这个人，没有保存。请核对名单。'),
} as const
