import type { components } from '../../api/schema.d.ts'

export type Meeting = components['schemas']['Meeting']
export type AgendaItem = components['schemas']['AgendaItem']
export type Vote = components['schemas']['Vote']
export type Attendee = components['schemas']['MeetingAttendee']
export type MeetingFile = components['schemas']['MeetingFile']
export type Speech = components['schemas']['Speech']
export type MeetingRow = components['schemas']['MeetingRow']
export type AgendaChoices = components['schemas']['AgendaChoices']

/** What is to be done in a dialog. */
export type MeetingTask =
  | { kind: 'edit' } | { kind: 'move' } | { kind: 'cancel' }
  | { kind: 'item'; item: AgendaItem | null } | { kind: 'withdraw'; item: AgendaItem } | { kind: 'decide'; item: AgendaItem }
  | { kind: 'people' }
  | { kind: 'prepare'; item: AgendaItem } | { kind: 'announce'; vote: Vote } | { kind: 'drop'; vote: Vote } | { kind: 'correct'; vote: Vote }
  | { kind: 'file' } | { kind: 'deliver' } | { kind: 'dispose'; speech: Speech }

/** A part of the page asks for a dialog. */
export const askFor = (task: MeetingTask): CustomEvent<MeetingTask> => new CustomEvent('meeting-task', { detail: task, bubbles: true })
/** Something was done: the page reads the meeting again and says so. */
export const didAct = (said: string): CustomEvent<string> => new CustomEvent('meeting-acted', { detail: said, bubbles: true })
/** Something was refused: the page says why. */
export const refused = (thrown: unknown): CustomEvent<unknown> => new CustomEvent('meeting-refused', { detail: thrown, bubbles: true })

/** The sign before what came of an item, and its colour: done, refused, not settled. */
export const resultSign = (result: string | null): string => (result === 'refused' ? '×' : result === 'returned' || result === 'postponed' ? '◐' : '✓')
export const resultLook = (result: string | null): string => (resultSign(result) === '✓' ? 'right' : '')
