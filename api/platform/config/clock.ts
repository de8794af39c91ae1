import type { Mode } from './read-config.ts'

/**
 * Where every legal date comes from (design §4a). Sessions, logs and the audit chain use the real time instead.
 */
export interface Clock {
  /** Today in Asia/Shanghai, where the law's days begin and end: `YYYY-MM-DD`. */
  today(): string
  /** An instant of that day, for what is recorded about a case. */
  now(): Date
}

const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000
const DAY_MS = 24 * 60 * 60 * 1000

/** China has had one zone and no summer time since 1991; the offset is UTC+8. */
export const shanghaiDate = (instant: Date): string => new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10)

export const realClock: Clock = {
  today: () => shanghaiDate(new Date()),
  now: () => new Date(),
}

/**
 * A clock that stays on one day; the time of day goes on, so that what happens later is later. At midnight it begins
 * anew: what has to be in order is sorted by id (UUIDv7, real time), never by such an instant.
 */
export function clockOn(day: string): Clock {
  const midnight = new Date(`${day}T00:00:00+08:00`).getTime()
  if (Number.isNaN(midnight)) throw new RangeError(`not a date: ${day}`)
  return {
    today: () => day,
    now: () => new Date(midnight + ((Date.now() + SHANGHAI_OFFSET_MS) % DAY_MS)),
  }
}

/**
 * The clock of a mode.
 *
 * @param today the day that a demonstration or a test is set to
 * @throws Error in production when a day is given: a deadline there is never played with
 */
export function createClock(options: { mode: Mode; today?: string | undefined }): Clock {
  const { mode, today } = options
  if (today === undefined) return realClock
  if (mode === 'production') throw new Error('正式运行时不能设置“今天”的日期。')
  return clockOn(today)
}
