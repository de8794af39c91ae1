import { expect, test } from 'vitest'
import { forceStatus } from './force-status.ts'

test.each([
  ['2020-07-01', null, '2020-06-30', 'notYetInForce'],
  ['2020-07-01', null, '2020-07-01', 'inForce'],
  ['2020-07-01', '2024-01-01', '2023-12-31', 'inForce'],
  ['2020-07-01', '2024-01-01', '2024-01-01', 'noLongerInForce'],
  [null, null, '2024-01-01', 'unknown'],
  [null, '2024-01-01', '2024-01-01', 'noLongerInForce'],
  [null, '2024-01-01', '2023-12-31', 'unknown'],
] as const)('from %s to %s on %s: %s', (validFrom, validTo, onDate, status) => {
  expect(forceStatus(validFrom, validTo, onDate)).toBe(status)
})
