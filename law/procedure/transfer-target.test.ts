import { expect, test } from 'vitest'
import { transferTargets } from './transfer-target.ts'

test('every target of a transfer has its matter, its body and the duty it rests on', () => {
  expect(new Set(transferTargets.map(({ key }) => key)).size).toBe(transferTargets.length)
  for (const { matter, target, basis } of transferTargets) {
    expect(matter).not.toBe(target)
    expect(basis).toContain('第一百一十五条')
    expect(`${matter}${target}`).not.toMatch(/本市|我市/)
  }
})
