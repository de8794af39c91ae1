import { problem } from '../problem/problems.ts'

/** A cursor is the place in a sorted list, as base64url JSON of the sort values of the last row shown. */
export const encodeCursor = (values: (string | number | null)[]): string => Buffer.from(JSON.stringify(values)).toString('base64url')

export function decodeCursor(cursor: string): (string | number | null)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(values) && values.every((v) => v === null || typeof v === 'string' || typeof v === 'number')) return values
  } catch {
    // falls through: a cursor that cannot be read is an unreadable request
  }
  throw problem('unreadable-request', { detail: '翻页位置无效，请回到第一页。' })
}
