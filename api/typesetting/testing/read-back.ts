import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import yauzl from 'yauzl'
import { linesOfPage, readDocument } from '../../reading/index.ts'

/** The parts of a docx as text, by name. Only for tests. */
export async function docxParts(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
  const parts = new Map<string, string>()
  for await (const entry of zip.eachEntry()) {
    if (!/\.(xml|rels)$/.test(entry.fileName)) continue
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
    parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'))
  }
  return parts
}

/** The words of a paper, read back by the product's own reader. */
export async function wordsOf(bytes: Uint8Array, fileName: string): Promise<string> {
  const result = await readDocument({ source: bytes, fileName })
  if (result.status !== 'read') throw new Error(JSON.stringify(result))
  return result.blocks.map((block) => (block.kind === 'line' ? block.text : block.table.rows.map((row) => row.map((cell) => cell.text).join(' ')).join('\n'))).join('\n')
}

export type PdfPage = { widthPoints: number; heightPoints: number; lines: { text: string; left: number; right: number; y: number }[] }

/** What stands where on each page of a PDF; y grows upward from the foot of the sheet. */
export async function pdfPages(bytes: Uint8Array): Promise<PdfPage[]> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const document = await pdfjs.getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false }).promise
  const pages: PdfPage[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const content = await page.getTextContent()
    const pieces = content.items.flatMap((item) => ('str' in item ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]), width: item.width, size: Math.abs(Number(item.transform[3])), rotated: false }] : []))
    pages.push({ widthPoints: page.view[2] ?? 0, heightPoints: page.view[3] ?? 0, lines: linesOfPage(number, pieces) })
  }
  await document.cleanup()
  return pages
}

/** LibreOffice where it is installed, null elsewhere. */
export const libreOffice = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'].find((path) => existsSync(path)) ?? null

/** Opens a docx in LibreOffice and prints it as PDF. */
export async function printWithLibreOffice(office: string, docx: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'lifa-paper-'))
  try {
    await writeFile(join(folder, 'paper.docx'), docx)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    execFileSync(office, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'paper.docx')], { stdio: 'ignore', timeout: 120_000 })
    return new Uint8Array(await readFile(join(folder, 'paper.pdf')))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
