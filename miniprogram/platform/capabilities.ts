import type { Call, Reply } from '#shared/contract/envelope'
import type { MaterialTicket } from '#shared/contract/material-contract'
import type { FileType } from '#shared/materials/material'

/**
 * What the program needs from the machine it runs on. Each capability has one file for the mini-program (`.weapp.ts`)
 * and one for the web (`.h5.ts`), both held to the shapes below; nothing outside this folder asks which one runs.
 */

/** Small JSON values that outlive the program. Synchronous, because 「已存手机」 may be said only once it is true. */
export interface KeyedStorage {
  /** Undefined where nothing, or nothing readable, is stored. */
  read(key: string): unknown
  /** `full` where the machine has no room: the value that was stored before stays. */
  write(key: string, value: unknown): 'written' | 'full'
  remove(key: string): void
  keys(): string[]
  /** Tells which key another window of this machine has written; absent where there is one window only. */
  onWrittenElsewhere?(listener: (key: string) => void): () => void
}

/** Carries one call to the county. Anything that is not a reply of ours, a time-out included, is `unreachable`. */
export type CallFunction = (call: Call) => Promise<Reply | 'unreachable'>

/** A file on this machine: a saved file's path on a phone, a key of the browser's store on a PC. */
export type LocalPath = string

export interface LocalFiles {
  /** Size and SHA-256 in small hexadecimal letters; null where the file is gone. */
  digest(path: LocalPath): Promise<{ bytes: number; sha256: string } | null>
  remove(path: LocalPath): Promise<void>
  /** An address that an image can show; null where the file is gone. */
  address(path: LocalPath): Promise<string | null>
}

/** Files of the county's that stay on this machine, to be read without network. */
export interface KeptFiles {
  /** Fetches what lies at an address into a file of its own; null where nothing, or nothing whole, came. */
  fetch(address: string): Promise<LocalPath | null>
  /** Null where the file is gone. */
  readText(path: LocalPath): Promise<string | null>
}

export interface UploadOrder {
  path: LocalPath
  type: FileType
  ticket: Pick<MaterialTicket, 'path' | 'put'>
  /** From 0 to 1. */
  onProgress?: (share: number) => void
}
/** `lost`: the file is no longer on this machine. `refused`: storage answered, and said no. */
export type UploadOutcome = 'uploaded' | 'unreachable' | 'refused' | 'lost'
export interface RunningUpload {
  outcome: Promise<UploadOutcome>
  abort(): void
}
export type Upload = (order: UploadOrder) => RunningUpload

/** A picture as it will travel: upright, shrunk, without EXIF, saved on this machine. */
export interface SavedPicture {
  path: LocalPath
  type: 'image/jpeg'
  bytes: number
  sha256: string
  thumbnail: { path: LocalPath; bytes: number; sha256: string }
  /** Of the file as it was chosen, by which it is known again. */
  sourceSha256?: string
}
/** Where pictures come from; `chats` are WeChat's. */
export type PictureSource = 'camera' | 'album' | 'chats'
/** What this machine can choose from, in the order and the words of its menu. */
export interface FileSource {
  from: PictureSource | 'documents'
  text: string
}
/** Documents stay readable in print (2400 px, 450 KB); scenes need less (1600 px, 200 KB). */
export type PictureKind = 'document' | 'scene'
export interface TakenPictures {
  pictures: SavedPicture[]
  /** The same, by what was chosen: a long screenshot is cut into several pictures, which are one material's pages. */
  groups: SavedPicture[][]
  /** Chosen, but not readable as pictures or not savable because the machine is full. */
  failed: number
}
export interface Pictures {
  /** Camera or album, up to 20 at once. Nothing chosen answers no pictures. `onEach` is told which one is being worked on. */
  take(from: PictureSource, kind: PictureKind, onEach?: (place: number, of: number) => void): Promise<TakenPictures>
}

/** What is done to a picture by hand: quarter turns, clockwise; then edges taken away, as shares of the turned picture. */
export interface PictureAdjustment {
  turns: 0 | 1 | 2 | 3
  trim: Record<PictureEdge, number>
}
export type PictureEdge = 'top' | 'right' | 'bottom' | 'left'
/** Saves another picture beside the one that lies there, which stays as it is; null where that one cannot be drawn. */
export type AdjustPicture = (
  path: LocalPath,
  adjustment: PictureAdjustment,
  kind: PictureKind,
) => Promise<SavedPicture | null>

/** A document as the person chose it, unchanged, on this machine until `LocalFiles.remove`. */
export interface ChosenDocument {
  path: LocalPath
  /** As it is called where it came from. */
  name: string
  /** By its own bytes; where they say nothing (it is encrypted, or cut off) by its name; null where neither does. */
  type: FileType | null
  bytes: number
  sha256: string
}
/** Lets the person choose one document of these types; null where they gave up, `unreadable` where the machine refuses. */
export type ChooseDocument = (types: readonly FileType[]) => Promise<ChosenDocument | 'unreadable' | null>

/** The text of the code, or null where the person gave up or the machine has no scanner. */
export interface Scanner {
  available: boolean
  scan(): Promise<string | null>
}

/** Shows a document or hands it to the person to keep; false where it could not be fetched. */
export type OpenDocument = (document: { address: string; fileName: string }) => Promise<boolean>

/** Prints what the page marks as paper. A phone inside WeChat has no printer: it opens the Word file instead. */
export interface Printer {
  available: boolean
  print(): void
}

/** Going from field to field by keyboard, as on a paper form. A field is named by the id of the element around it. */
export interface FieldKeys {
  /** Tells of keys pressed inside named fields; answering true keeps the key from doing anything else. */
  watch(listener: (pressed: { key: string; shift: boolean; field: string }) => boolean): () => void
  /** Puts the cursor into a field and marks what stands there, to be typed over. */
  enter(field: string): void
  /** Fields take the cursor by their `focus` property; elsewhere that property fights with the person's own clicks. */
  byProperty: boolean
}

/** Keys and clipboard of a table that is worked like a spreadsheet, heard while no field has the focus. */
export interface TableKeys {
  /** `onKey` answers true for a key it took. Answers how to stop. */
  watch(heard: { onKey(key: string, shift: boolean): boolean; onPaste(text: string): void }): () => void
  /** Scrolls only as far as needed to show the element of this id. */
  reveal(id: string): void
}

/** Shows pictures in full, one after another, beginning with `first`. */
export type PreviewPictures = (addresses: string[], first?: number) => void

export interface Network {
  /** False only where the machine itself says that it has no connection. */
  online(): boolean
  /** Told whenever that changes, and whenever the program comes back to the front. Answers how to stop. */
  subscribe(listener: () => void): () => void
}

/** The PC's signed token; the mini-program has none, its identity is WeChat's. */
export interface Session {
  token(): string | null
  keep(token: string): void
  end(): void
  /** How a person signs in here: a PC shows a code, a phone is already somebody. */
  signsIn: 'by-code' | 'by-wechat'
}

/** What people call the machine in front of them: 手机, or 本机 where the screen is a computer's. */
export type MachineName = () => '手机' | '本机'

/** Whether this page has to draw its own way back: WeChat draws one over every page but the first, a browser may not. */
export interface WayBack {
  needed(): boolean
}

/** Whether this machine's own setting asks for large type (关怀模式). */
export type PrefersLargeType = () => boolean

/**
 * Spread over a field or a picture: its name for those who hear the page instead of seeing it. Made once for a field,
 * because a new object would draw the field anew.
 */
export type SpokenName = (name: string) => { nativeProps?: Record<string, string> }

/** Spread over a box that scrolls inside itself: whoever has only keys can come to it and scroll it. */
export type ScrolledByKeys = { tabIndex?: 0 }

/** Given to the frame of a page as its `ref`: keys scroll the whole page as soon as it is there. */
export type PageByKeys = (frame: unknown) => void

/** Fetches the newest version of the program and starts it again. */
export type UpdateProgram = () => void

/**
 * Given to an uncontrolled field as its `ref`: nothing is written into the field while it is typed in, so that the
 * cursor stays and the keyboard's voice input can finish its sentence.
 */
export type QuietField = (field: unknown) => void

/**
 * WeChat asks a person once whether pictures may be used at all, before the first one, and leaves the asking to us.
 * `onAsked` gets the place for the answer; agreeing needs a touch on the button of this id, which WeChat itself checks.
 */
export interface PrivacyConsent {
  watch(onAsked: (answer: (agreed: boolean) => void) => void): void
  buttonId: string
  /** Opens what the county has declared to WeChat. */
  readMore(): void
}

/** Keeps the program on one page, whatever way a person tries out of it. */
export interface HeldPage {
  /** Called once, before anything is drawn; `held` answers the page's address, or null while none is held. */
  begin(held: () => string | null): void
  /** Called whenever the program comes to the front while this address is held. */
  resume(address: string): void
}

/** What was answered for one template, in WeChat's words: `ban`, WeChat has closed it; `filter`, WeChat did not ask for it. */
export type ConsentAnswer = 'accept' | 'reject' | 'ban' | 'filter'
/** What came of WeChat's box. `switched-off`: the person has closed all messages of this program (20004). */
export type BoxOutcome =
  | { kind: 'answered'; answers: Record<string, ConsentAnswer> }
  | { kind: 'switched-off' | 'no-network' | 'not-shown' }

/** WeChat's box that asks for 订阅消息. A browser has none. */
export interface ConsentBox {
  available: boolean
  /** At most three templates. Must be called in a person's tap, before anything is waited for: WeChat refuses it elsewhere. */
  ask(templateIds: readonly string[]): Promise<BoxOutcome>
}
