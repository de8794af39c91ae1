/** 发文字号 and 登记号. */

/** A number that cannot be formed: the message says why. */
export class DocumentNumberError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'DocumentNumberError'
  }
}

const checkParts = (year: number, serial: number): void => {
  if (!Number.isInteger(year) || year < 1949 || year > 9999) throw new DocumentNumberError(`年份“${year}”不对，请写四位数字的年份。`)
  if (!Number.isInteger(serial) || serial < 1) throw new DocumentNumberError(`序号“${serial}”不对，序号从 1 开始。`)
}

/**
 * `{代字}〔{year}〕{n}号`: six-angle brackets, the year in full, no 第 and no leading zeros (GB/T 9704-2012).
 * Throws DocumentNumberError.
 */
export const formatDocumentNumber = ({ code, year, serial }: { code: string; year: number; serial: number }): string => {
  checkParts(year, serial)
  if (code.trim() === '' || /[〔〕[\]（）()\s\d]/.test(code.trim())) throw new DocumentNumberError(`发文机关代字“${code}”不对，代字中不能有括号、数字或者空格。`)
  return `${code.trim()}〔${year}〕${serial}号`
}

/** The parts of a number as it is printed; other brackets that offices use are read too. Null when it is none. */
export const parseDocumentNumber = (text: string): { code: string; year: number; serial: number } | null => {
  const found = /^([^\d\s〔〕[\]［］【】()（）]+)[〔[［【(（](\d{4})[〕\]］】)）]第?0*(\d+)号$/u.exec(text.replace(/\s/gu, ''))
  const [, code, year, serial] = found ?? []
  return code && year && serial && Number(serial) > 0 ? { code, year: Number(year), serial: Number(serial) } : null
}

/** One spelling for all that a number may be written as, for finding duplicates. Not a number: the text without spaces. */
export const documentNumberKey = (text: string): string => {
  const parts = parseDocumentNumber(text)
  return parts ? formatDocumentNumber(parts) : text.replace(/\s/gu, '')
}

export const DEFAULT_REGISTER_PREFIX = '备审'

/** `备审-2026-0005`; more than four digits stay whole. Throws DocumentNumberError. */
export const formatRegistrationNumber = (
  { prefix = DEFAULT_REGISTER_PREFIX, year, serial }: { prefix?: string; year: number; serial: number },
): string => {
  checkParts(year, serial)
  return `${prefix}-${year}-${String(serial).padStart(4, '0')}`
}
