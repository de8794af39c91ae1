import type { FileFormat } from './result.ts'

/** What the first bytes say. `zip` needs a look inside; `binary` is nothing we know. */
export type Magic = 'zip' | 'compound' | 'pdf' | 'rtf' | 'html' | 'text' | 'picture' | 'binary' | 'empty'

const startsWith = (head: Uint8Array, bytes: readonly number[]): boolean => bytes.every((byte, index) => head[index] === byte)

const PICTURES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x42, 0x4d],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
]

const asLatin = (head: Uint8Array): string => Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1')

const isPicture = (head: Uint8Array): boolean => {
  const known = PICTURES.find((bytes) => startsWith(head, bytes))
  // `BM` may also begin a text: a bitmap says its reserved words are zero
  if (known?.length === 2) return head.length > 10 && head.slice(6, 10).every((byte) => byte === 0)
  return known !== undefined
}

const hasByteOrderMark = (head: Uint8Array): boolean =>
  startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff]) || startsWith(head, [0xef, 0xbb, 0xbf])

/** Control characters that no text holds; zero bytes are judged apart, because UTF-16 is full of them. */
const controlShare = (head: Uint8Array): number => {
  if (head.length === 0) return 0
  const odd = head.filter((byte) => byte !== 0 && (byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1a && byte !== 0x1b)))
  return odd.length / head.length
}

const looksLikeMarkup = (head: Uint8Array): boolean => {
  const text = asLatin(head).replaceAll('\0', '').replace(/^(\xff\xfe|\xfe\xff|\xef\xbb\xbf)/, '').trimStart().toLowerCase()
  return /^(<!doctype html|<html|<\?xml[^>]*>\s*(<!doctype html|<html)|<head|<body|<meta |mime-version:)/.test(text)
}

/** Tells a file by its first bytes (4 kB are enough). */
export function detectMagic(head: Uint8Array): Magic {
  if (head.length === 0) return 'empty'
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) return 'zip'
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'compound'
  if (asLatin(head.slice(0, 1024)).includes('%PDF-')) return 'pdf'
  if (asLatin(head.slice(0, 5)) === '{\\rtf') return 'rtf'
  if (isPicture(head)) return 'picture'
  if (looksLikeMarkup(head)) return 'html'
  if (!hasByteOrderMark(head) && controlShare(head) > 0.02) return 'binary'
  return 'text'
}

/**
 * A compound file (Word 97, WPS, or the envelope of an encrypted docx) is told by the names in its
 * directory, which are UTF-16 in the bytes.
 */
export function detectCompound(bytes: Uint8Array, fileName: string): 'doc' | 'wps' | 'encrypted' | 'other' {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const has = (name: string) => data.includes(Buffer.from(name, 'utf16le'))
  if (has('EncryptedPackage') || has('EncryptionInfo')) return 'encrypted'
  if (has('WordDocument')) return extensionOf(fileName) === 'wps' ? 'wps' : 'doc'
  return extensionOf(fileName) === 'wps' ? 'wps' : 'other'
}

export const extensionOf = (fileName: string): string => /\.([^.\\/]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''

const EXTENSIONS: Readonly<Record<FileFormat, readonly string[]>> = {
  docx: ['docx', 'docm', 'dotx'],
  doc: ['doc', 'dot', 'wps'],
  wps: ['wps', 'doc'],
  ofd: ['ofd'],
  pdf: ['pdf'],
  rtf: ['rtf'],
  html: ['html', 'htm', 'mht', 'mhtml', 'xhtml'],
  text: ['txt', 'md', 'markdown', 'text', 'csv'],
}

const FORMAT_NAMES: Readonly<Record<FileFormat, string>> = {
  docx: 'Word 文档（docx）',
  doc: '旧版 Word 文档（doc）',
  wps: 'WPS 文字文档',
  ofd: 'OFD 版式文件',
  pdf: 'PDF 文件',
  rtf: 'RTF 文档',
  html: '网页文件',
  text: '纯文本',
}

/** A name that lies: the sentence that says so, or null where name and content agree. */
export function nameMismatch(fileName: string, format: FileFormat): string | null {
  const extension = extensionOf(fileName)
  if (extension === '' || EXTENSIONS[format].includes(extension)) return null
  return `文件名以“.${extension}”结尾，内容是${FORMAT_NAMES[format]}，已按内容读取。`
}
