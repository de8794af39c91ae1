import { describe, expect, test } from 'vitest'
import { clockOn, createClock, realClock, shanghaiDate } from './clock.ts'

describe('the clock of legal dates', () => {
  test.each([
    ['2026-03-01T15:59:59.999Z', '2026-03-01'],
    ['2026-03-01T16:00:00.000Z', '2026-03-02'],
    ['2025-12-31T16:00:00.000Z', '2026-01-01'],
  ])('at %s it is %s in Shanghai', (instant, day) => {
    expect(shanghaiDate(new Date(instant))).toBe(day)
  })

  test('a demonstration stays on its day, whatever the hour is', () => {
    const clock = clockOn('2026-03-02')
    expect(clock.today()).toBe('2026-03-02')
    expect(shanghaiDate(clock.now())).toBe('2026-03-02')
  })

  test('production refuses a day', () => {
    expect(() => createClock({ mode: 'production', today: '2026-03-02' })).toThrow('正式运行')
    expect(createClock({ mode: 'production' })).toBe(realClock)
  })
})
