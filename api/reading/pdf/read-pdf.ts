import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Problem, SourceBlock } from '../../../law/text/tree.ts'
import { Refusal, type DocumentMetadata, type ReadResult } from '../result.ts'
import { dropRunningLines, linesOfPage, type Page, type PageLine, type TextPiece } from './page-lines.ts'
import { rebuildParagraphs } from './paragraphs.ts'

const PAGE_LIMIT = 2_000
const SCANNED = '已保存原件。这是扫描件，没有文字层，读不出文字。请同时上传同一文本的 docx。'
const GARBLED = '已保存原件。文字层是乱码，读不出文字。请同时上传同一文本的 docx。'

const packageFolder = (): string => dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

const openDocument = async (bytes: Uint8Array) => {
  // 1 MB of code: only loaded when a PDF comes
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const folder = packageFolder()
  const task = pdfjs.getDocument({
    // pdf.js takes the buffer away from its owner: give it a copy
    data: Uint8Array.from(bytes),
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  })
  const document = await task.promise.catch((error: unknown) => {
    const name = error instanceof Error ? error.name : ''
    if (name === 'PasswordException') throw new Refusal('password', '文件有密码，无法读取。请取消密码后重新保存，再上传。')
    throw new Refusal('damaged', '文件不完整或已损坏，打不开。请在本机打开确认后重新保存，再上传一次。')
  })
  return { document, close: () => task.destroy() }
}

const pieceOf = (item: object): TextPiece | null => {
  if (!('str' in item) || !('transform' in item) || !Array.isArray(item.transform) || typeof item.str !== 'string') return null
  const [a, b, , d, x, y] = item.transform.map(Number)
  const width = 'width' in item ? Number(item.width) : 0
  const size = Math.abs(d ?? 0) || Math.abs(a ?? 0) || 10
  return { text: item.str, x: x ?? 0, y: y ?? 0, width, size, rotated: Math.abs(b ?? 0) > size * 0.1 }
}

type OpenedPdf = Awaited<ReturnType<typeof openDocument>>['document']

const readPage = async (document: OpenedPdf, number: number): Promise<Page> => {
  const page = await document.getPage(number)
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.view
  const content = await page.getTextContent({ includeMarkedContent: false })
  const pieces = content.items.map(pieceOf).filter((piece) => piece !== null).map((piece) => ({ ...piece, x: piece.x - x0, y: piece.y - y0 }))
  page.cleanup()
  const lines = linesOfPage(number, pieces)
  const rotatedCount = pieces.filter((piece) => piece.rotated && piece.text.trim() !== '').length
  return { number, height: y1 - y0, width: x1 - x0, lines, rotatedCount, characterCount: lines.reduce((sum, line) => sum + line.text.length, 0) }
}

const readMetadata = async (document: OpenedPdf): Promise<DocumentMetadata> => {
  const metadata: DocumentMetadata = { pageCount: document.numPages }
  const { info } = await document.getMetadata().catch(() => ({ info: {} }))
  if ('Title' in info && typeof info.Title === 'string' && info.Title.trim() !== '') metadata.title = info.Title.trim()
  if ('Author' in info && typeof info.Author === 'string' && info.Author.trim() !== '') metadata.author = info.Author.trim()
  return metadata
}

/** Fonts without a table of characters give words that nobody can read. */
const isGarbled = (lines: readonly PageLine[]): boolean => {
  const text = lines.map((line) => line.text).join('')
  const odd = text.match(/[\ufffd\ue000-\uf8ff\u0000-\u0008]/g)?.length ?? 0
  return text.length > 0 && odd > text.length * 0.3
}

const pageProblems = (pages: readonly Page[], lineOfPage: (page: number) => number, dropped: readonly string[]): Problem[] => {
  const problems: Problem[] = []
  const say = (page: number, message: string) => problems.push({ line: lineOfPage(page), code: 'unplaced', message })
  if (dropped.length > 0) say(1, `页眉、页脚没有计入正文：${dropped.map((text) => `“${text}”`).join('、')}。`)
  for (const page of pages) {
    if (page.characterCount === 0) say(page.number, `第${page.number}页没有文字层（可能是扫描的图片），没有读取，请对照原件。`)
    if (page.rotatedCount > 0) say(page.number, `第${page.number}页有斜排文字（如水印、印章），没有计入正文。`)
    if (page.lines.filter((line) => line.gaps >= 2).length >= 2) say(page.number, `第${page.number}页可能有表格，已按行列出，请对照原件。`)
  }
  return problems
}

/**
 * Reads the text of a born-digital PDF: lines joined to paragraphs over the ends of pages, headers,
 * footers and page numbers left out and told. Without text the file is only stored. Throws `Refusal`.
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadResult> {
  const { document, close } = await openDocument(bytes)
  try {
    if (document.numPages > PAGE_LIMIT) throw new Refusal('too-large', `文件有 ${document.numPages} 页，超过 ${PAGE_LIMIT} 页，没有读取。请拆分后上传，或者上传 docx。`)
    const pages: Page[] = []
    for (let number = 1; number <= document.numPages; number += 1) pages.push(await readPage(document, number))
    const characterCount = pages.reduce((sum, page) => sum + page.characterCount, 0)
    if (characterCount < 4 * pages.length) return { status: 'stored', format: 'pdf', reason: SCANNED }
    const { lines, dropped } = dropRunningLines(pages)
    if (isGarbled(lines)) return { status: 'stored', format: 'pdf', reason: GARBLED }
    const paragraphs = rebuildParagraphs(lines)
    const blocks = paragraphs.map((paragraph): SourceBlock => ({ kind: 'line', text: paragraph.text, line: paragraph.lineNumber }))
    const lineOfPage = (page: number) => paragraphs.find((paragraph) => paragraph.page >= page)?.lineNumber ?? paragraphs.at(-1)?.lineNumber ?? 1
    return { status: 'read', format: 'pdf', blocks, problems: pageProblems(pages, lineOfPage, dropped), remarks: [], metadata: await readMetadata(document) }
  } finally {
    await close()
  }
}
