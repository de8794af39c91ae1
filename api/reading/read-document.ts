import { open, readFile, stat } from 'node:fs/promises'
import { LARGEST_SOURCE_BYTES, type Problem } from '../../law/text/index.ts'
import { detectCompound, detectMagic, nameMismatch } from './detect-format.ts'
import { readDocx } from './docx/read-docx.ts'
import { readPdf } from './pdf/read-pdf.ts'
import { damagedCharacters, isUtf16, readPlainText } from './plain-text.ts'
import { readHtml } from './read-html.ts'
import { readRtf } from './read-rtf.ts'
import { readWord97 } from './word97/read-word97.ts'
import { megabytes, Refusal, type ReadResult, type RevisionView } from './result.ts'

const MEGABYTE = 1024 * 1024
/** Default bound of a file; a sealed scan of an official paper is a tenth of it. */
export const SIZE_LIMIT_BYTES = 60 * MEGABYTE
const HEAD_BYTES = 4096
/** Default bound of what is handed over: the Civil Code has about 3,500 lines. */
const LINE_LIMIT = 50_000
const PROBLEM_LIMIT = 500

export type ReadOptions = {
  /** the bytes, or the path of a file that was received */
  source: Uint8Array | string
  /** the name it came under; content decides, a name that lies is told */
  fileName: string
  sizeLimitBytes?: number
  /** bound of the lines, tables and marks that are handed over */
  lineLimit?: number
  /** of a docx with tracked changes; `accepted` where nothing is said */
  view?: RevisionView | undefined
}

const sizeOf = async (source: Uint8Array | string): Promise<number> => (typeof source === 'string' ? (await stat(source)).size : source.byteLength)

const headOf = async (source: Uint8Array | string): Promise<Uint8Array> => {
  if (typeof source !== 'string') return source.subarray(0, HEAD_BYTES)
  const file = await open(source)
  try {
    const head = new Uint8Array(HEAD_BYTES)
    const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0)
    return head.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

const bytesOf = async (source: Uint8Array | string): Promise<Uint8Array> => (typeof source === 'string' ? readFile(source) : source)

const textBytesOf = async (source: Uint8Array | string, sizeBytes: number): Promise<Uint8Array> => {
  if (sizeBytes > LARGEST_SOURCE_BYTES) throw new Refusal('too-large', `文本有 ${megabytes(sizeBytes)}，超过 ${megabytes(LARGEST_SOURCE_BYTES)}，没有读取。请拆分后上传。`)
  return bytesOf(source)
}

const storedCompound = async (bytes: Uint8Array, fileName: string): Promise<ReadResult> => {
  const kind = detectCompound(bytes, fileName)
  switch (kind) {
    case 'encrypted':
      throw new Refusal('password', '文件有密码，无法读取。请取消密码后重新保存，再上传。')
    case 'doc':
      return readWord97(bytes) ?? { status: 'stored', format: 'doc', reason: '已保存原件。这份旧版 Word 文档（doc）的文字读不全（可能有自动编号、修订或隐藏文字），请用 Word 或 WPS 另存为 docx，一并上传。' }
    case 'wps':
      return { status: 'stored', format: 'wps', reason: '已保存原件。WPS 文字文档（wps）暂不能读出文字，请用 WPS 另存为 docx，一并上传。' }
    case 'other':
      throw new Refusal('not-a-document', '这不是文字文件。请上传正文的 docx、pdf 或者 txt。')
    default: {
      const never: never = kind
      return never
    }
  }
}

const readByContent = async ({ source, fileName, view }: ReadOptions, sizeBytes: number): Promise<ReadResult> => {
  const head = await headOf(source)
  const told = detectMagic(head)
  // the low bytes of UTF-16 look like control characters
  const magic = told === 'binary' && isUtf16(head) ? 'text' : told
  switch (magic) {
    case 'empty':
      throw new Refusal('empty-file', '文件是空的，没有内容。请确认选对了文件，再上传一次。')
    case 'zip':
      return readDocx(source, { view })
    case 'compound':
      return storedCompound(await bytesOf(source), fileName)
    case 'pdf':
      return readPdf(await bytesOf(source))
    case 'rtf':
      return readRtf(await textBytesOf(source, sizeBytes))
    case 'html':
      return readHtml(await textBytesOf(source, sizeBytes))
    case 'picture':
      throw new Refusal('not-a-document', '这是图片，不是文字文件。请上传正文的 docx；扫描件请用 pdf 上传，并附上 docx。')
    case 'binary':
      throw new Refusal('not-a-document', '认不出这是什么文件。请上传正文的 docx、pdf 或者 txt。')
    case 'text': {
      const { blocks, encoding, title, remarks } = readPlainText(await textBytesOf(source, sizeBytes))
      return { status: 'read', format: 'text', blocks, problems: [], remarks, metadata: { encoding, ...(title === null ? {} : { title }) } }
    }
    default: {
      const never: never = magic
      return never
    }
  }
}

/** The first problems, and how many more there are: a list of thousands helps nobody. */
const bounded = (problems: readonly Problem[]): Problem[] => {
  if (problems.length <= PROBLEM_LIMIT) return [...problems]
  const kept = problems.slice(0, PROBLEM_LIMIT)
  return [...kept, { line: kept.at(-1)?.line ?? 1, code: 'unplaced', message: `还有 ${problems.length - PROBLEM_LIMIT} 处问题没有列出，请先处理以上各处再上传。` }]
}

const withCommonProblems = (result: ReadResult, { fileName, lineLimit = LINE_LIMIT }: ReadOptions): ReadResult => {
  if (result.status !== 'read') return result
  const marks = Object.values(result.revisions ?? {}).reduce((sum, list) => sum + list.length, 0)
  if (result.blocks.length + marks > lineLimit) {
    throw new Refusal('too-large', `正文和修订合计 ${result.blocks.length + marks} 段，超过 ${lineLimit} 段，没有读取。请拆分后上传。`)
  }
  const mismatch = nameMismatch(fileName, result.format)
  const isEmpty = result.blocks.every((block) => block.kind === 'line' && block.text.trim() === '')
  const problems: Problem[] = [...result.problems, ...damagedCharacters(result.blocks)]
  if (mismatch !== null) problems.unshift({ line: 1, code: 'unplaced', message: mismatch })
  if (isEmpty) problems.push({ line: 1, code: 'empty', message: '文件里没有文字。请确认选对了文件，再上传一次。' })
  return { ...result, problems: bounded(problems) }
}

/**
 * Reads a file as an office sends it, told by its content. Never throws for what is in the file: a bad
 * file is `refused` with a sentence that says what to do. Does its work in the calling thread; for
 * files from outside use `readInWorker`, which bounds memory and time.
 */
export async function readDocument(options: ReadOptions): Promise<ReadResult> {
  const sizeLimitBytes = options.sizeLimitBytes ?? SIZE_LIMIT_BYTES
  try {
    const sizeBytes = await sizeOf(options.source)
    if (sizeBytes > sizeLimitBytes) {
      throw new Refusal('too-large', `文件有 ${megabytes(sizeBytes)}，超过 ${megabytes(sizeLimitBytes)} 的上限。请压缩其中的图片或者拆分后上传。`)
    }
    return withCommonProblems(await readByContent(options, sizeBytes), options)
  } catch (error) {
    if (error instanceof Refusal) return { status: 'refused', code: error.code, message: error.message }
    return { status: 'refused', code: 'unreadable', message: '文件读不出来。请用 Word 或 WPS 打开原文，另存为新的 docx 后上传。' }
  }
}
