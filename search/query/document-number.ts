/**
 * 发文字号 (代字〔年〕n号), as offices print it and as people type it: with 〔〕, [], (), 【】 or none of them.
 */
import { normalise } from './normalise.ts'

export type DocumentNumber = { code: string; year: number; serial: number; key: string; /** as typed */ text: string }

const WITH_BRACKETS = /([\p{Script=Han}]{1,12})\s*[〔[(【﹝]\s*((?:19|20)\d{2})\s*[〕\])】﹞]\s*(?:第\s*)?(\d{1,5})\s*号?/u
const WITHOUT_BRACKETS = /([\p{Script=Han}]{0,10}(?:发|函|办|字|规|令|告|通|备|审|会|复|文))\s*((?:19|20)\d{2})(?:\s*年?\s*第?\s*|\s+)(\d{1,5})\s*号/u

function read(found: RegExpExecArray): DocumentNumber {
  const [text, code = '', year = '', serial = ''] = found
  return { code, year: Number(year), serial: Number(serial), key: `${code}|${Number(year)}|${Number(serial)}`, text }
}

/** The document number inside a text, or null. Without brackets it needs a 代字 that ends as one does, and 号. */
export function findDocumentNumber(text: string): DocumentNumber | null {
  const plain = normalise(text)
  const found = WITH_BRACKETS.exec(plain) ?? WITHOUT_BRACKETS.exec(plain)
  return found === null ? null : read(found)
}

/** The form in which two ways of writing one number are equal (`甲政办发|2025|36`), null for what is no number. */
export function documentNumberKey(text: string): string | null {
  return findDocumentNumber(text)?.key ?? null
}
