import type { Problem } from '../../../law/text/tree.ts'
import { openArchive, type Archive, type ArchiveLimits } from '../archive.ts'
import { Refusal, type DocumentMetadata, type ReadResult, type Revision, type RevisionView } from '../result.ts'
import { xmlReader } from '../xml.ts'
import { BodyReader, type NoteReference } from './body-reader.ts'
import { NumberCounter, readNumbering } from './numbering.ts'
import { readStyles } from './styles.ts'

type Parts = { document: string; styles: string; numbering: string; footnotes: string; endnotes: string; comments: string }

const resolvePart = (base: string, target: string): string => {
  const steps: string[] = []
  const path = target.startsWith('/') ? target.slice(1) : base + target
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

/** Relationships inside the file by the last word of their type; those that lead outside are not followed. */
const readRelationships = async (archive: Archive, part: string, base: string): Promise<Map<string, string>> => {
  const byType = new Map<string, string>()
  const reader = xmlReader({
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return
      const type = attributes['Type']?.split('/').at(-1) ?? ''
      if (!byType.has(type)) byType.set(type, resolvePart(base, attributes['Target'] ?? ''))
    },
    close: () => {},
  })
  if (await archive.streamText(part, reader.write)) reader.end()
  return byType
}

const locateParts = async (archive: Archive): Promise<Parts | null> => {
  const root = await readRelationships(archive, '_rels/.rels', '')
  const document = root.get('officeDocument') ?? 'word/document.xml'
  if (!archive.names.has(document)) return null
  const folder = document.slice(0, document.lastIndexOf('/') + 1)
  const file = document.slice(folder.length)
  const related = await readRelationships(archive, `${folder}_rels/${file}.rels`, folder)
  const part = (type: string) => related.get(type) ?? `${folder}${type}.xml`
  return { document, styles: part('styles'), numbering: part('numbering'), footnotes: part('footnotes'), endnotes: part('endnotes'), comments: part('comments') }
}

/** Notes and comments by id: their words only. */
const readNotes = async (archive: Archive, part: string, element: string): Promise<Map<string, Revision>> => {
  const notes = new Map<string, Revision>()
  let note: Revision | null = null
  let inText = false
  const reader = xmlReader({
    open: (name, attributes) => {
      if (name === element) {
        note = { author: attributes['author'] ?? '', date: attributes['date'] ?? '', text: '' }
        notes.set(attributes['id'] ?? '', note)
      } else if (name === 't') inText = true
    },
    close: (name) => {
      if (name === element) note = null
      else if (name === 't') inText = false
    },
    text: (text) => {
      if (inText && note) note.text += text
    },
  })
  if (await archive.streamText(part, reader.write)) reader.end()
  return notes
}

const readMetadata = async (archive: Archive): Promise<DocumentMetadata> => {
  const found: Record<string, string> = {}
  let name = ''
  const reader = xmlReader({
    open: (local) => {
      name = local
    },
    close: () => {
      name = ''
    },
    text: (text) => {
      if (name !== '') found[name] = (found[name] ?? '') + text
    },
  })
  if (await archive.streamText('docProps/core.xml', reader.write)) reader.end()
  const metadata: DocumentMetadata = {}
  if (found['title']) metadata.title = found['title'].trim()
  if (found['creator']) metadata.author = found['creator'].trim()
  if (found['modified']) metadata.modified = found['modified'].trim()
  return metadata
}

const noteProblems = async (archive: Archive, parts: Parts, references: readonly NoteReference[]): Promise<Problem[]> => {
  if (references.length === 0) return []
  const footnotes = await readNotes(archive, parts.footnotes, 'footnote')
  const endnotes = await readNotes(archive, parts.endnotes, 'endnote')
  return references.map(({ kind, id, line }) => {
    const text = (kind === 'footnote' ? footnotes : endnotes).get(id)?.text.trim() ?? ''
    return { line, code: 'unplaced', message: `${kind === 'footnote' ? '脚注' : '尾注'}没有计入正文：“${text}”` }
  })
}

/** A zip file that is no docx: what it is and what to do with it. */
const otherArchive = (archive: Archive): ReadResult => {
  if (archive.names.has('OFD.xml')) {
    return { status: 'stored', format: 'ofd', reason: '已保存 OFD 原件。OFD 版式文件暂不能读出文字，请同时上传同一文本的 docx。' }
  }
  const names = [...archive.names]
  if (names.some((name) => name.startsWith('xl/'))) {
    throw new Refusal('not-a-document', '这是电子表格，不是文件正文。请上传正文的 docx、pdf 或者 txt。')
  }
  if (names.some((name) => name.startsWith('ppt/'))) {
    throw new Refusal('not-a-document', '这是演示文稿，不是文件正文。请上传正文的 docx、pdf 或者 txt。')
  }
  throw new Refusal('not-a-document', '这是压缩包，不是单个文件。请解压后把每个文件分别上传。')
}

/**
 * Reads a docx as a person sees it: automatic numbers written out, insertions taken, deletions and
 * hidden words left out and told, contents apart, tables with their merged cells. With `view` rejected
 * the text as it was before its revisions.
 * Never opens a connection or writes a file. Throws `Refusal`.
 */
export async function readDocx(source: Uint8Array | string, { limits, view }: { limits?: ArchiveLimits; view?: RevisionView | undefined } = {}): Promise<ReadResult> {
  const archive = await openArchive(source, limits)
  try {
    const parts = await locateParts(archive)
    if (!parts || archive.names.has('OFD.xml')) return otherArchive(archive)
    if (/^(xl|ppt)\//.test(parts.document)) return otherArchive(archive)
    const styles = await readStyles(archive, parts.styles)
    const numbering = await readNumbering(archive, parts.numbering)
    const counter = new NumberCounter(numbering, (style) => styles.byId.get(style)?.numId ?? null)
    const body = new BodyReader(styles, counter, view)
    const reader = xmlReader(body)
    await archive.streamText(parts.document, reader.write)
    reader.end()
    const { blocks, problems, revisions, contents, notes } = body.content
    revisions.comments.push(...(await readNotes(archive, parts.comments, 'comment')).values())
    return {
      status: 'read',
      format: 'docx',
      blocks,
      problems: [...problems, ...(await noteProblems(archive, parts, notes))],
      remarks: [],
      revisions,
      ...(contents.length > 0 ? { contents } : {}),
      metadata: await readMetadata(archive),
    }
  } finally {
    archive.close()
  }
}
