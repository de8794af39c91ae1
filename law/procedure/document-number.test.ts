import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentNumberKey, DocumentNumberError, formatDocumentNumber, formatRegistrationNumber, parseDocumentNumber } from './document-number.ts'

describe('a document number', () => {
  test('has six-angle brackets, the full year and no leading zeros', () => {
    expect(formatDocumentNumber({ code: '某常审', year: 2026, serial: 5 })).toBe('某常审〔2026〕5号')
  })

  test.each([
    [{ code: '', year: 2026, serial: 1 }], [{ code: '某〔', year: 2026, serial: 1 }], [{ code: '某常审', year: 26, serial: 1 }],
    [{ code: '某常审', year: 2026, serial: 0 }], [{ code: '某常审', year: 2026, serial: 1.5 }],
  ])('is refused for %o', (parts) => expect(() => formatDocumentNumber(parts)).toThrow(DocumentNumberError))

  test.each(['某政发〔2026〕8号', '某政发[2026]8号', '某政发（2026）08号', '某政发 [2026] 第8号', '某政发【2026】8号'])(
    '%s is the same number in every spelling', (text) => expect(documentNumberKey(text)).toBe('某政发〔2026〕8号'),
  )

  test.each(['第8号令', '某政发〔2026〕号', '2026年8号', ''])('%s is none', (text) => expect(parseDocumentNumber(text)).toBeNull())

  test('is read back as it was written', () => {
    fc.assert(fc.property(fc.constantFrom('某常发', '某政办发', '某府规备字'), fc.integer({ min: 1949, max: 9999 }), fc.integer({ min: 1, max: 99_999 }),
      (code, year, serial) => {
        expect(parseDocumentNumber(formatDocumentNumber({ code, year, serial }))).toEqual({ code, year, serial })
      }))
  })
})

describe('a registration number', () => {
  test.each([[5, '备审-2026-0005'], [12_345, '备审-2026-12345']])('%i is %s', (serial, expected) => {
    expect(formatRegistrationNumber({ year: 2026, serial })).toBe(expected)
  })
  test('starts at one', () => expect(() => formatRegistrationNumber({ year: 2026, serial: 0 })).toThrow(DocumentNumberError))
})
