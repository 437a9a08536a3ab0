import { createHash, randomUUID } from 'node:crypto'
import type { Fields } from '../fields'
import { granted, refusal, type WeChatAnswer, type WeChatApis } from './open-api'
import type { Visits } from './visits'

export type Suggestion = 'pass' | 'risky' | 'review'

/** What stands for WeChat's judgement here: what holds such a mark, or was deemed so. Whoever asks cannot know it. */
const MARKS: [Exclude<Suggestion, 'pass'>, string][] = [
  ['risky', '违规内容样本'],
  ['review', '疑似内容样本'],
]
const LABELS = { pass: 100, risky: 20_002, review: 20_006 }

const VISIT_MILLISECONDS = 120 * 60_000
const MAXIMUM_CHARACTERS = 2500
const MAXIMUM_BYTES = 10 * 1024 * 1024

interface PendingPicture {
  traceId: string
  address: string
  openid: string
}

/** 内容安全: texts are judged at once, pictures later, when `pushResults` is told to. */
export class ContentCheck {
  private pending: PendingPicture[] = []
  private readonly deemed = new Map<string, Suggestion>()

  /** @param push hands an event to the function that is set for message push. */
  constructor(
    private readonly appId: string,
    private readonly visits: Visits,
    private readonly push: (event: Fields) => Promise<void>,
  ) {}

  readonly apis: WeChatApis = {
    'security.msgSecCheck': data => this.checkText(data),
    'security.mediaCheckAsync': data => this.takePicture(data),
  }

  /** From now on the picture with these bytes is judged so. */
  deem(picture: Buffer, suggestion: Suggestion): void {
    this.deemed.set(sha256(picture), suggestion)
  }

  /** Pictures whose results have not been pushed. */
  waiting(): number {
    return this.pending.length
  }

  /** Judges what waits and pushes each result, as often as told: WeChat repeats a push that was not acknowledged. */
  async pushResults(times = 1): Promise<number> {
    const judged = this.pending
    this.pending = []
    for (const picture of judged) {
      const event = await this.eventOf(picture)
      for (let time = 0; time < times; time += 1) await this.push(event)
    }
    return judged.length
  }

  private checkText({ content, version, scene, openid }: Fields): WeChatAnswer {
    const refused = this.refused({ version, scene, openid })
    if (refused) return refused
    if (typeof content !== 'string' || content === '') return refusal(44_002, 'empty post data')
    if ([...content].length > MAXIMUM_CHARACTERS) return refusal(45_002, 'content size out of limit')
    const suggest = judge(content)
    return granted({ trace_id: randomUUID(), ...verdictOf(suggest) })
  }

  private takePicture({ media_url, media_type, version, scene, openid }: Fields): WeChatAnswer {
    const refused = this.refused({ version, scene, openid })
    if (refused) return refused
    if (media_type !== 2 || typeof media_url !== 'string' || !URL.canParse(media_url)) {
      return refusal(40_097, 'invalid args')
    }
    const traceId = randomUUID()
    this.pending.push({ traceId, address: media_url, openid: String(openid) })
    return granted({ trace_id: traceId })
  }

  private refused({ version, scene, openid }: Fields): WeChatAnswer | null {
    if (version !== 2 || ![1, 2, 3, 4].includes(Number(scene))) return refusal(40_097, 'invalid args')
    if (typeof openid !== 'string' || openid === '') return refusal(40_003, 'invalid openid')
    return this.visits.within(openid, VISIT_MILLISECONDS) ? null : refusal(61_010, 'code is expired')
  }

  private async eventOf({ traceId, address, openid }: PendingPicture): Promise<Fields> {
    const bytes = await download(address)
    const frame = {
      ToUserName: 'gh_local',
      FromUserName: openid,
      CreateTime: Math.floor(Date.now() / 1000),
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: this.appId,
      trace_id: traceId,
      version: 2,
    }
    if (!bytes) return { ...frame, errcode: -1008, errmsg: 'media download failed', detail: [], result: {} }
    return {
      ...frame,
      errcode: 0,
      errmsg: 'ok',
      ...verdictOf(this.deemed.get(sha256(bytes)) ?? judge(bytes.toString('utf8'))),
    }
  }
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

function judge(content: string): Suggestion {
  return MARKS.find(([, mark]) => content.includes(mark))?.[0] ?? 'pass'
}

function verdictOf(suggest: Suggestion): { result: Fields; detail: Fields[] } {
  const verdict = { suggest, label: LABELS[suggest] }
  return { result: verdict, detail: [{ strategy: 'content_model', errcode: 0, ...verdict, prob: 90 }] }
}

/** Null where the picture cannot be had, or is larger than WeChat takes. */
async function download(address: string): Promise<Buffer | null> {
  try {
    const response = await fetch(address)
    const bytes = Buffer.from(await response.arrayBuffer())
    return response.ok && bytes.length <= MAXIMUM_BYTES ? bytes : null
  } catch {
    return null
  }
}
