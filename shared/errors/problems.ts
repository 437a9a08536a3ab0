import { type Hundredths, printPoints } from '../scoring/points'
import { recordProblems } from './record-problems'
import { scoreCheckProblems } from './score-check-problems'
import { type Entry, final, later } from './sentence'

interface OfItem {
  /** 第几项, as the annex counts. */
  number: number
}
interface OfScore extends OfItem {
  maximum: Hundredths
}

/**
 * The one table of everything that can be refused: code, sentence, whether the same may succeed later. A sentence says what
 * happened, what is safe, and last the next step (请…, 会自己…); it names no machine. A retired code stays as a comment.
 */
export const problems = {
  // The call itself
  'call.malformed': final(() => '这次请求的格式不对，没有保存，您填的还在。请关掉小程序重新打开再试。'),
  'call.too-large': final(() => '一次传的内容太多，没有保存，您填的还在。请分几次提交。'),
  'call.unknown-request': final(() => '这里的程序和县总的对不上，没有保存，您填的还在。请更新小程序后再试。'),
  'call.outdated': final(() => '小程序有新版本，您填的都还在。请更新后再用。'),
  'call.invalid-input': final((d: { field: string }) => `「${d.field}」填得不对，没有保存，您填的还在。请改过再试。`),

  // Who is asking
  'identity.required': final(() => '还没有登录，填的内容没有丢。手机上请从微信打开小程序，电脑上请用小程序扫码。'),
  'identity.not-a-member': final(() => '您还没有加入考核。请用考核办或本单位主席给的邀请码加入。'),
  'identity.session-ended': final(() => '登录已失效，填的内容没有丢。请重新扫码。'),
  'permission.denied': final(() => '您的职务不能办这件事，什么都没有改动。需要的话请联系考核办。'),

  // What was asked for
  'unit.unknown': final(() => '没有这个单位。请返回重新选择。'),
  'department.unknown': final(() => '没有这个部室。请返回重新选择。'),
  'member.unknown': final(() => '没有这个人。请返回重新选择。'),
  'rubric.unknown': final(() => '没有这份评分细则。请返回重新选择。'),
  'cycle.none': final(() => '现在没有进行中的考核。请等考核办通知。'),
  'cycle.exists': final(
    (d: { title: string }) => `${d.title}已经开始了，不能再开一次，原来的没有动。请返回看进行中的考核。`,
  ),
  'assessment.unknown': final(() => '这个单位没有参加今年的考核。请联系考核办。'),
  'item.unknown': final(() => '这份评分细则里没有这一项。请返回目录重新选择。'),

  // Self-score and review score
  'self-score.above-maximum': final(
    (d: OfScore) => `第${d.number}项自评不能超过 ${printPoints(d.maximum)} 分，请改小。`,
  ),
  'self-score.below-zero': final((d: OfItem) => `第${d.number}项自评不能低于 0 分，请改大。`),
  'self-score.off-step': final(
    (d: OfItem & { step: Hundredths }) => `第${d.number}项自评每步是 ${printPoints(d.step)} 分，请改过。`,
  ),
  'self-score.not-a-number': final((d: OfItem) => `第${d.number}项自评要填一个数，请改过。`),
  'self-score.two-answers': final((d: OfItem) => `第${d.number}项不能又打分又选不涉及，请选一个。`),
  'not-applicable.reason-missing': final((d: OfItem) => `第${d.number}项选了不涉及，请写一句原因。`),
  'remark.too-long': final((d: OfItem & { maximum: number }) => `第${d.number}项备注最多 ${d.maximum} 个字，请删短。`),
  'review-score.above-maximum': final(
    (d: OfScore) => `第${d.number}项部室评分不能超过 ${printPoints(d.maximum)} 分，请改小。`,
  ),
  'review-score.below-zero': final((d: OfItem) => `第${d.number}项部室评分不能低于 0 分，请改大。`),
  'review-score.off-step': final(
    (d: OfItem & { step: Hundredths }) => `第${d.number}项部室评分每步是 ${printPoints(d.step)} 分，请改过。`,
  ),
  'review-score.not-a-number': final((d: OfItem) => `第${d.number}项部室评分要填一个数，请改过。`),
  'review-score.missing': final((d: OfItem) => `第${d.number}项还没有部室评分，请打分。`),
  'review-score.two-answers': final((d: OfItem) => `第${d.number}项不能又打分又同意不涉及，请选一个。`),
  'deduction.reason-missing': final((d: OfItem) => `第${d.number}项没给满分，请写扣分说明。`),
  'deduction.phrase-empty': final((d: OfItem) => `第${d.number}项有一条扣分说明没有写字，请写上或去掉。`),
  'deduction.sum-differs': final(
    (d: OfItem & { gap: Hundredths; sum: Hundredths }) =>
      `第${d.number}项扣了 ${printPoints(d.gap)} 分，扣分说明合计 ${printPoints(d.sum)} 分，没对上。请改到一样。`,
  ),
  'departure.missing': final(
    (d: OfItem & { figure: Hundredths }) =>
      `第${d.number}项按县总记录推算是 ${printPoints(d.figure)} 分，评的不一样，请写一句为什么。`,
  ),
  'seen.missing': final((d: OfItem) => `第${d.number}项请选看了什么。`),
  'not-applicable.not-claimed': final((d: OfItem) => `第${d.number}项单位没有选不涉及，请打分。`),

  // The year and its states
  'assessment.closed': final(() => '报送时间已过，不能再改，已经收到的都在。确有需要请联系考核办。'),
  'assessment.awaiting-chair': final(() => '已送主席审核，现在不能改，填的都在。要改请主席先退回。'),
  'assessment.already-submitted': final(
    () => '已经报送，分数不能再改，报送的都在。部室打开前请主席撤回，打开后请联系部室。',
  ),
  'assessment.too-much-coming': final(
    (d: { files: number; maximum: number }) =>
      `还有${d.files}张资料没传到，超过${d.maximum}张。没有丢，请先等一部分传完，再报送。`,
  ),
  'assessment.not-submitted': final(() => '这个单位还没有报送，现在不能评分，写的草稿都在。请等它报送。'),
  'assessment.not-awaiting-chair': final(() => '现在不是待主席审核，填的都在。请刷新后看最新情况。'),
  'assessment.items-missing': final(
    (d: { numbers: number[] }) =>
      `还有${d.numbers.length}项没填：第${d.numbers.join('、')}项。填过的都在。请填好再报送。`,
  ),
  'assessment.opened-by-department': final(() => '部室已经打开，不能撤回，报送的都在。要改请联系部室。'),
  'review.closed': final(() => '评分时间已过，不能再改，已经评的都在。确有需要请联系考核办。'),
  'supplement.not-asked': final((d: OfItem) => `第${d.number}项现在没有要补充的，填的都在。请刷新后看最新情况。`),
  'supplement.closed': final((d: OfItem) => `第${d.number}项补交时间已过，原来交的都在。确有需要请联系部室。`),
  'supplement.until-past': final(() => '补交期限要晚于现在，请换一天。'),

  // 展期
  'extension.closed': final(() => '评分已经结束，不能再展期，原来的都还在。确有需要请先在「考核周期」退回评分。'),
  'extension.past': final(() => '这一天已经过了，没有展期，原来的还在。请换一天。'),
  'extension.not-later': final(
    (d: { day: string }) => `报送本来就到${d.day}，没有展期，原来的还在。请换晚一点的一天。`,
  ),
  'extension.after-review': final(
    (d: { day: string }) =>
      `评分到${d.day}，展期要早一天，部室才来得及评，原来的还在。请换早一点的一天，再晚的请收纸质表代录。`,
  ),
  'extension.over': final(() => '报送截止已经过了，展期收不回来，原来的还在。要早点结束，请展期到今天。'),
  'extension.not-needed': final(() => '已经报送，不用展期，报送的都在。请刷新后看最新情况。'),
  'extension.stale': final(() => '别人刚给这个单位改过展期，这次没有改动。请刷新后再看。'),

  ...scoreCheckProblems,

  // The visit
  'visit-group.stale': final(() => '这个考核组别人刚改过，没有保存。请刷新后再改。'),
  'visit-group.unknown-person': final(() => '有的人不在县总名单里，或者是单位的人，没有保存。请刷新后再选。'),
  'visit-group.leader-missing': final(() => '组长要在成员里，没有保存。请重新选组长。'),
  'visit-group.unknown-unit': final(() => '有的单位没有参加今年的考核，没有保存。请刷新后再选。'),
  'visit-group.has-notes': final(() => '这个考核组已经有人记了，没有删。不再用的话，请改它的日程和成员。'),
  'visit.no-units': final(() => '这一天考核组没有单位。请看别的日子，或问考核办。'),
  'visit.not-your-unit': final(() => '这个单位现在不归您的考核组，建议没有交上去，还在。请问考核办。'),

  // Changes and their fate
  'item.stale': final((d: OfItem) => `第${d.number}项别人刚改过，两个填法都在，请您看一下用哪个。`),
  'operation.reused': final(
    () => '这次修改和已经收到的一次编号相同、内容不同，没有保存，原来的没有丢。请重新填这一项。',
  ),
  'server.busy': later(() => '县总这边正忙，填的都在。过一会儿会自己再传。'),
  'server.failed': later(() => '县总这边出了问题，没有保存，填的都在。过一会儿会自己再传。'),

  // Made by the client itself: never sent by the server
  'network.unreachable': later(() => '没信号，连不上县总，填的都在。有信号后会自己再传。'),
  'phone.full': final(() => '存不下了，刚才填的还没存住，以前填的都在。请先不要关小程序，删掉一些照片再点一次。'),
  'picture.lost': final(
    (d: { name: string; page: number; pages: number }) =>
      `找不到资料「${d.name}」${d.pages > 1 ? `的第${d.page}张` : ''}了，别的都还在。请重新拍一张。`,
  ),

  // Materials
  'material.unknown': final(() => '没有这份资料，可能已经删掉了。请刷新资料夹。'),
  'material.ticket-unknown': final(() => '这次上传的凭据不对或已过期。资料还在，会自己重新上传。'),
  'material.not-uploaded': later(() => '资料还没有传完，已经传的都在。会自己接着传。'),
  'material.too-large': final(
    (d: { maximumKilobytes: number }) =>
      `这个文件太大，最大 ${d.maximumKilobytes} KB，没有收下。原文件没有动，请换一张或压缩后再传。`,
  ),
  'material.wrong-type': final(
    () => '这个文件打不开或不是支持的类型，没有收下。原文件没有动，请用照片、PDF、Word 或 Excel。',
  ),
  'material.too-many-pixels': final(
    () => '这张照片尺寸太大，打开它会卡住，没有收下。原照片没有动，请从相册重新选一次。',
  ),
  'material.bears-more': final(() => '这张照片里夹带了别的内容，没有收下。原照片没有动，请从相册重新选一次。'),
  'material.unsafe': final(() => '这个文件带有宏，或者解开后太大，没有收下。原文件没有动，请另存为 PDF 再传。'),
  'material.altered': final(() => '收到的文件和您选的不一样，没有收下。原文件没有动，请再传一次。'),
  'material.not-as-announced': final(
    () => '报送时登记的是另一个文件，这一份没有收下。原文件没有动，请作为补交资料另加一次。',
  ),
  'material.exists': final(() => '这份资料已经登记过，内容不同，先登记的还在。请刷新资料夹。'),
  'material.frozen': final(() => '已经报送，资料不能删掉，都还在。要加的请补交。'),
  'material.too-many': final(
    (d: { maximum: number }) => `资料最多 ${d.maximum} 份，这一份没有收下，别的都在。请先合并或删掉不用的。`,
  ),
  'material.without-proof': final(() => '没有照片时，请写清原件在哪里。'),
  'content.unknown': final(() => '没有这张要看的图片，可能单位已经删掉。请刷新后再看。'),

  // 投诉建议
  'complaint.too-many': final(
    (d: { maximum: number }) => `一天最多送 ${d.maximum} 条。您写的还在，请明天再送，或打考核办电话。`,
  ),
  'complaint.unknown': final(() => '没有这条投诉建议。请刷新后再看。'),
  'complaint.answered': final(() => '这条投诉建议已经答复过了，先答复的没有动。请刷新后再看。'),

  // Signing in on a computer
  'sign-in.unknown': final(() => '这个码不对。请在电脑上换一个码再扫。'),
  'sign-in.expired': final(() => '这个码过了两分钟，已经失效。请在电脑上换一个码再扫。'),
  'sign-in.used': final(() => '这个码已经用过。请在电脑上换一个码再扫。'),

  // Founding the county, its roster and its people
  'county.founded': final(() => '县总已经建好，不用再建，原来的没有动。请向考核办要邀请码加入。'),
  'county.wrong-code': final(() => '建立口令不对。口令在部署时设定，请问部署的人。'),
  'county.none': final(() => '县总还没有建立。请考核办先建立。'),
  'invitation.unknown': final(() => '邀请码不对或已经用过。请向发给您的人再要一个。'),
  'invitation.expired': final(() => '邀请码已过期。请向发给您的人再要一个。'),
  'post.full': final(
    (d: { maximum: number }) => `一个单位最多 ${d.maximum} 位填报人，原来的没有动。请先撤掉一位再加。`,
  ),
  'rehearsal.unknown-code': final(() => '演练码不对，或者演练已经结束。请向考核办要现在的演练码。'),
  'rehearsal.full': final(
    (d: { places: number }) => `演练的 ${d.places} 个名额满了，演练没有开始。请考核办先清除旧的演练，再来练。`,
  ),
  'rehearsal.too-often': final(
    (d: { entries: number }) => `今天进出演练已经 ${d.entries} 次，练过的都在。请明天再进来接着练。`,
  ),
  'rehearsal.clearing': final(() => '旧的演练正在清除，还没有开始新的。请过十分钟再点一次。'),
  'post.unknown': final(() => '没有这个职务，可能已经撤掉了。请刷新名单后再看。'),

  ...recordProblems,

  // Next year's rubric
  'document.unreadable': final((d: { why: string }) => d.why),
  'upload.unknown': final(() => '没有这份文件。请返回重新选择。'),
  'upload.stale': final(() => '别人刚改过这份细则，没有保存。请刷新后再改。'),
  'upload.unfinished': final(
    (d: { count: number }) => `还有${d.count}处要先定下来，没有发布，改过的都在。请定好再发布。`,
  ),
  'upload.not-comparable': final(() => '还有分值、文字或部室没有定，现在不能比，改过的都在。请定好再比。'),
  'rubric.wrong-audience': final(() => '选的评分细则和考核对象类别对不上，没有开始，别的都在。请重新选择。'),
  'rubric.undecided': final(
    (d: { name: string }) => `「${d.name}」还没有定，或选的不在细则里，别的都在。请选一个再开始。`,
  ),

  // Paper out
  'document.failed': later(() => '文件没有做成，什么都没有丢。请再点一次。'),
  'document.not-ready': final(() => '部室还没有评完，评分表还不能打印，评过的都在。请等部室评完再打印。'),
} as const

type Problems = typeof problems
export type ProblemCode = keyof Problems
/** What the sentence of `Code` is made from: nothing, or one object of figures. */
export type ProblemDetails<Code extends ProblemCode> = Parameters<Problems[Code]['message']>

/** A refusal as data: what travels in replies and verdicts, and what screens show. */
export interface Problem {
  code: ProblemCode
  /** Plain Chinese, ready to show. */
  message: string
  retryable: boolean
  /** The figures the sentence was made from. */
  details?: Record<string, unknown>
}

/** Makes the refusal `code`; its details are required exactly where its sentence needs them. */
export function problem<Code extends ProblemCode>(code: Code, ...details: ProblemDetails<Code>): Problem {
  // The signature above ties details to code; TypeScript cannot follow that tie through a table of functions.
  const { message, retryable } = problems[code] as unknown as Entry<(...details: unknown[]) => string>
  const [figures] = details
  return { code, message: message(...details), retryable, ...(figures ? { details: { ...figures } } : {}) }
}
