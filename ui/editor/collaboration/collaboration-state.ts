/** What a page knows of its own saving, and what it says of it. */
import type { DraftServer, DraftView } from './draft-server.ts'
import type { KeptUnit } from './units.ts'
import type { ParkedReason, TabLocks, UnsentRecord, UnsentStore } from './unsent-store.ts'

/** `unsent`: kept here, on its way or to be tried again; `decide`: a person has to say what becomes of it. */
export type SavingStatus = 'saved' | 'sending' | 'unsent' | 'decide'

export type CollaborationState = {
  status: SavingStatus
  /** articles, annexes and headings with words that the server has not */
  unsent: number
  /** whether the line to the server stands */
  connected: boolean
  signedOut: boolean
  /** false: the browser cannot keep a copy; only this page has what is unsent */
  keeps: boolean
  /** what was brought back from an earlier page, in sittings; told once */
  broughtBack: number
  /** whether the text may be edited in the state in which the project is */
  open: boolean
  projectState: string
  stateLabel: string
  /** the person may no longer open the draft: what arrived last stays on the screen */
  barred: boolean
  may: DraftView['may']
  parked: readonly UnsentRecord[]
}

/** One passage to be decided by hand: the person's words beside those of the server. */
export type MergeEntry = { recordId: string; unit: KeptUnit; theirs: string | null; reason: ParkedReason; sentence: string }

export type CollaborationOptions = {
  draftId: string
  server: DraftServer
  store: UnsentStore
  locks: TabLocks
  clientId?: string
  now?: () => Date
  /** how long to wait before it is tried again */
  retryMs?: readonly number[]
  pollMs?: number
  /** how long words are gathered before they are sent; they are kept at once */
  gatherMs?: number
}

export const NOT_YET_READ: CollaborationState = {
  status: 'saved', unsent: 0, connected: true, signedOut: false, keeps: true, broughtBack: 0, open: true, projectState: '', stateLabel: '', barred: false, may: { write: false, keep: false, restore: false, release: false, comment: false }, parked: [],
}

/** Why a person has to decide, where the server's own sentence is not there. */
export const PARKED_SENTENCES: Record<ParkedReason, string> = {
  clash: '别人已经改了或者删去了同一处，您的文字并不进去，请对照后决定。',
  gone: '服务器上的草案已经恢复到较早的版本，您的文字并不进去，请对照后决定。',
  held: '这一条正由别人占用，您的文字没有送达，请对照后决定。',
  closed: '草案文本已经不能再改，您的文字没有送达，可以复制留存。',
  unfit: '您的修改与草案现在的结构不符，没有送达，请对照后决定。',
  'too-large': '一次修改的内容太长，没有送达，请分几次粘贴或者作为文件导入。',
  'not-allowed': '您现在不能修改这份草案，您的文字没有送达，可以复制留存。',
}
