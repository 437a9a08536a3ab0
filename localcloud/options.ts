import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Pragmas } from './database/durable-log'
import type { Fields } from './fields'
import type { FunctionRules } from './rules/function-rules'
import type { BucketContent } from './storage/bucket-content'
import type { StorageRules } from './wechat/client-files'
import type { Suggestion } from './wechat/content-check'
import type { SubscribeTemplate, Subscriptions } from './wechat/subscriptions'

/** A page of whoever starts the cloud, such as the one that plays the phone. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** What a local cloud is made of. */
export interface LocalCloudOptions {
  /** Where everything durable lies; made where it does not exist. One cloud at a time. */
  dataFolder: string
  /** 0 for any free port. */
  port: number
  /** One folder for each function: `<name>/index.js` that exports `main`, and `<name>/config.json`. */
  functionsFolder: string
  /** Environment variables of each function, by its name. */
  functionEnvironment: Record<string, Record<string, string>>
  /** Who may call a function from the mini-program, as deployed. */
  functionRules: FunctionRules
  appId: string
  /** The templates of 订阅消息 that the account has, by WeChat's id; messages under others fail as WeChat fails. */
  templates?: Record<string, SubscribeTemplate>
  /** The function to which WeChat pushes its messages; `wechat-events` unless said otherwise. */
  messagePush?: string
  envId: string
  /** The build of the H5 page, served at `/`. */
  h5Folder?: string
  /** Who may do what in the bucket from the mini-program; by default the rule that lets clients write `incoming/`. */
  storageRules?: StorageRules
  /** Collections to make at the start; those that exist stay as they are. */
  collections?: readonly string[]
  /** Pages at exact paths; before everything else. */
  pages?: Record<string, PageHandler>
  /** How many processes one function may have; 4 unless said otherwise. */
  workersPerFunction?: number
  /** Receives lines of functions and of defects. */
  log?: (line: string) => void
}

/** What WeChat does by itself, sooner or later. */
export interface WeChatSide {
  /** Judges the pictures that wait and pushes each result, once or as often as told; answers how many. */
  pushResults(times?: number): Promise<number>
  /** Pictures that are being judged. */
  waitingPictures(): number
  /** Decides what it will think of the picture with these bytes. */
  deem(picture: Buffer, suggestion: Suggestion): void
  /** Notes that the person was in the mini-program, now or at that time. */
  visit(openid: string, at?: number): void
  /** 订阅消息: consents, and the messages that phones show. */
  readonly subscriptions: Subscriptions
  /** Pushes any message. */
  push(event: Fields): Promise<void>
}

/** A cloud that runs. */
export interface LocalCloud {
  /** `http://127.0.0.1:<port>` */
  readonly address: string
  readonly adminUrl: string
  /** The environment variables with which a process's SDK talks to this cloud. */
  readonly environment: Record<string, string>
  /** How the open handle of the database really writes. */
  pragmas(): Pragmas
  /** What lies in the bucket, for tests and pages. */
  readonly storage: BucketContent
  /** Does what a function's timer does when its hour comes; answers with the function's answer. */
  fireTimer(functionName: string): Promise<unknown>
  /** WeChat's own side, which acts when it is told to. */
  readonly wechat: WeChatSide
  /** Process ids of the function's live workers. */
  workers(functionName: string): number[]
  close(): Promise<void>
}
