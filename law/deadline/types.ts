/** What a deadline rule is. Rules are rows that an administrator edits; the defaults are in `rules.ts`. */

export type DeadlineUnit = 'calendarDay' | 'workDay' | 'month' | 'year'

/** What sets a clock going. The period counts from the day after; before a meeting or a hearing it counts back (`latestBefore`). */
export type StartEvent =
  | 'published'
  | 'yearEnded'
  | 'received'
  | 'correctionNoticed'
  | 'registered'
  | 'distributed'
  | 'inquirySent'
  | 'opinionIssued'
  | 'sentToCountersign'
  | 'makerAgreed'
  | 'makerCorrected'
  | 'fixOrdered'
  | 'annulled'
  | 'requestReceived'
  | 'suggestionReceived'
  | 'notStartDecided'
  | 'foundOutOfScope'
  | 'reviewEnded'
  | 'lateNoticed'
  | 'previousDue'
  | 'meetingDay'
  | 'hearingDay'
  | 'consultationOpened'
  | 'promulgated'
  | 'tookEffect'
  | 'shelved'
  | 'adopted'

/** What a clock does while the case stands still: it stops and goes on, runs through, or begins again. */
export type PauseEffect = 'stop' | 'continue' | 'restart'

/** Why a case stands still: a plan was accepted (中止), a correction was asked for, an inquiry is open. */
export type PauseCause = 'suspend' | 'correction' | 'inquiry'

/**
 * `national`: fixed by national law; `reference`: taken from other provinces; `own`: a working rule of the
 * organ itself; else a note on the jurisdiction that fixed it.
 */
export type RulePlace = 'national' | 'reference' | 'own' | (string & {})

export type DeadlineRule = {
  key: string
  amount: number
  unit: DeadlineUnit
  startEvent: StartEvent
  /** Chinese name shown beside the due date */
  label: string
  /** law and article, in Chinese */
  basis: string
  place: RulePlace
  /** false until the client has confirmed the value for its own place */
  confirmed: boolean
  onSuspend: PauseEffect
  onCorrection: PauseEffect
  onInquiry: PauseEffect
  /** for example [7, 3, 0]: reminders that many days before the last day */
  reminderDaysBefore: readonly number[]
}
