import { expect, test } from 'vitest'
import { dateInText, dayInText, dayOf, daysBetween, shortDigest, sizeInText, timeInTable, weekday } from './format.ts'

test.each([
  [dateInText('2026-03-05'), '2026年3月5日'],
  [dateInText('不详'), '不详'],
  [dayInText('2026-12-31'), '12月31日'],
  [weekday('2026-03-12'), '星期四'],
  [timeInTable('2026-03-11T16:30:00Z'), '2026-03-12 00:30'],
  [dayOf('2026-03-11T16:30:00Z'), '2026-03-12'],
  [sizeInText(512), '512 字节'],
  [sizeInText(1_258_291), '1.2 MB'],
  [sizeInText(200 * 1024 * 1024), '200 MB'],
  [shortDigest('4f1c000000000000a97e'), '4f1c…a97e'],
])('%s is written as %s', (written, expected) => expect(written).toBe(expected))

test.each([
  ['2026-02-24', '2026-03-26', 30],
  ['2026-03-12', '2026-03-10', -2],
  ['2026-03-12', '2026-03-12', 0],
])('from %s to %s are %i days', (from, to, days) => expect(daysBetween(from, to)).toBe(days))
