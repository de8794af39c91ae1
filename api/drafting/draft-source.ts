import { Node } from 'prosemirror-model'
import { draftDocument } from '../../law/drafting/index.ts'
import { editorSchema, type LegalText, parseLegalText, TextTooLargeError } from '../../law/text/index.ts'
import { readStoredFile } from '../file/index.ts'
import { legalTextSchema, libraryPolicy } from '../library/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { mayOnDraft, draftSubjectSelect } from './policy.ts'

/** What a draft begins with. */
export type DraftSource =
  | { kind: 'empty' }
  | { kind: 'file'; fileId: string }
  | { kind: 'snapshot'; snapshotId: string }
  /** a version of the library: the law that is amended, or a model */
  | { kind: 'version'; versionId: string }

export type FirstText = { doc: Node; /** said with the first snapshot */ origin: string; /** what could not be placed, for a person to look at */ problems: LegalText['problems'] }

type Asked = { services: Services; actor: Actor; title: string }

const SKELETON_CHAPTERS = ['总则', '附则']

/** The text from wherever it comes. Throws `invalid-input` or `file-refused` with what to do, `not-found` for what the person may not read. */
export async function firstText(options: Asked & { source: DraftSource }): Promise<FirstText> {
  const { source } = options
  switch (source.kind) {
    case 'empty':
      return { doc: skeleton(options.title), origin: '空白草案', problems: [] }
    case 'file':
      return fromFile({ ...options, fileId: source.fileId })
    case 'snapshot':
      return fromSnapshot({ ...options, snapshotId: source.snapshotId })
    case 'version':
      return fromVersion({ ...options, versionId: source.versionId })
    default: {
      const never: never = source
      return never
    }
  }
}

/** A regulation of two chapters: purpose and commencement, for somebody to write between. */
function skeleton(title: string): Node {
  const article = (line: number, text: string): LegalText['articles'][number] => ({ id: '', number: '', heading: null, paragraphs: [{ id: '', text, items: [] }], line })
  const chapter = (at: number): LegalText['divisions'][number] => ({ kind: 'chapter', level: 1, number: `第${'一二'.charAt(at)}章`, heading: SKELETON_CHAPTERS[at] ?? '', id: '', from: null, to: null, at })
  const articles = [article(1, ''), article(2, '')].map((one, at) => ({ ...one, number: `第${'一二'.charAt(at)}条` }))
  return draftDocument({ form: 'articles', title, note: '', preamble: [], contents: [], notice: [], divisions: [chapter(0), chapter(1)], articles, annexes: [], closing: [], problems: [], remarks: [] })
}

/** How the file was typed and kept is not told of the draft that comes of it, nor of what is published from it. */
const draftOf = (text: LegalText): Node => draftDocument({ ...text, remarks: [] })

async function fromFile({ services, actor, title, fileId }: Asked & { fileId: string }): Promise<FirstText> {
  const file = await services.prisma.storedFile.findFirst({ where: { id: fileId, uploadedBy: actor.personId }, select: { sha256: true, name: true } })
  if (file === null) throw problem('invalid-input', { fields: [{ path: 'source.fileId', message: '文件没有找到，请重新上传。' }] })
  const reading = await readStoredFile({ services, file })
  if (reading.status !== 'read') throw problem('file-refused', { detail: reading.status === 'refused' ? reading.message : `“${file.name}”里没有能读出的文字：${reading.reason}。请换成 .docx 文件。` })
  try {
    const text = parseLegalText(reading.blocks, { title })
    if (text.articles.length === 0) throw problem('file-refused', { detail: `“${file.name}”里没有找到条文，请核对是不是草案文本。` })
    return { doc: draftOf({ ...text, title: text.title === '' ? title : text.title }), origin: `文件“${file.name}”`, problems: [...reading.problems, ...text.problems] }
  } catch (error) {
    if (error instanceof TextTooLargeError) throw problem('file-refused', { detail: `“${file.name}”的文字太多，不能作为一份草案。请拆分后再上传。` })
    throw error
  }
}

async function fromSnapshot({ services, actor, snapshotId }: Asked & { snapshotId: string }): Promise<FirstText> {
  const row = await services.prisma.draftSnapshot.findUnique({ where: { id: snapshotId }, select: { doc: true, label: true, draft: { select: { project: { select: { title: true, ...draftSubjectSelect } } } } } })
  if (row === null || !mayOnDraft(actor, 'read', row.draft.project, services.clock.today())) throw problem('not-found')
  return { doc: Node.fromJSON(editorSchema, row.doc), origin: `《${row.draft.project.title}》${row.label}`, problems: [] }
}

async function fromVersion({ services, actor, versionId }: Asked & { versionId: string }): Promise<FirstText> {
  const version = await services.prisma.version.findFirst({ where: { id: versionId, AND: libraryPolicy.scope(actor, 'read') }, select: { tree: true, title: true, dateKey: true } })
  if (version === null) throw problem('not-found')
  const text = legalTextSchema.parse(version.tree)
  return { doc: draftOf(text), origin: `法规库《${version.title}》（${version.dateKey}）`, problems: [] }
}
