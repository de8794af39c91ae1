import { carryKeys, type Difference, type MarkedChange, stepsByHand } from '../../law/drafting/index.ts'
import { type LegalText, parseLegalText, TextTooLargeError } from '../../law/text/index.ts'
import { readStoredFile } from '../file/index.ts'
import { newId } from '../platform/ids.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Work } from '../platform/work/transaction.ts'
import type { RevisionView } from '../reading/index.ts'
import { draftFor, lockDraft, refusal } from './draft-for.ts'
import { COUNTED, UNKNOWN } from './export-tracked.ts'
import { documentAt } from './kept-document.ts'
import { writeSteps } from './write-steps.ts'

const SERVER = 'server'
const LONGEST_NAME = 60

type File = { sha256: string; name: string }
type Marked = { inserted: MarkedChange[]; deleted: MarkedChange[] }
export type ImportedChanges = {
  /** false: the file differs from the draft and nothing was written yet, or there was nothing to write */
  written: boolean
  version: number
  /** how many suggestions it makes */
  taken: number
  notTaken: { article: string; why: string; changed: boolean }[]
  /** `named` false: the file does not say who, they stand under the importing person */
  authors: { name: string; changes: number; named: boolean }[]
}

/**
 * Takes the tracked changes of a Word file into the draft as suggestions under their authors' names. What the file had
 * before its changes must be what the draft says: where it is not, the articles are named, and without `confirm` nothing
 * is written. 修订模式 is turned on first. All or nothing.
 *
 * @throws Problem `file-refused` for a file without changes or with another structure; `step-refused` as `writeSteps`
 */
export async function importTracked(options: { services: Services; actor: Actor; draftId: string; fileId: string; version: number; confirm: boolean }): Promise<ImportedChanges> {
  const { services, actor, draftId, fileId, confirm } = options
  const draft = await draftFor({ services, actor, draftId, action: 'write' })
  const file = await services.prisma.storedFile.findFirst({ where: { id: fileId, uploadedBy: actor.personId }, select: { sha256: true, name: true } })
  if (file === null) throw problem('invalid-input', { fields: [{ path: 'fileId', message: '文件没有找到，请重新上传。' }] })
  const { title } = draft.project
  const accepted = await textIn({ services, file, title, view: 'accepted' })
  const rejected = await textIn({ services, file, title, view: 'rejected' })
  return inTransaction(services, async (work) => {
    const { tx } = work
    const { version } = await lockDraft(tx, draftId)
    if (version !== options.version) throw refusal('moved', '别人刚改过这份草案，请再并入一次。', { version })
    const current = await documentAt({ prisma: services.prisma, tx, draftId, version })
    const { doc, differences } = carryKeys({ current, accepted: accepted.text, rejected: rejected.text })
    if (doc === null) throw problem('file-refused', { detail: `“${file.name}”修订前的章节或者条的次序与工作稿不同，没有并入。请先导出现在的修订稿，把改动写到新的文件里，再并入。` })
    const hands = stepsByHand({ from: current, to: doc, marked: accepted.marked })
    const answer = { taken: hands.reduce((sum, { changes }) => sum + changes, 0), notTaken: differences.map(told), authors: hands.map(({ author, changes }) => ({ name: author ?? actor.name, changes, named: author !== null })) }
    if (hands.length === 0 || (differences.length > 0 && !confirm)) return { written: false, version, ...answer }
    const written = await writeHands({ services, work, actor, draftId, hands, tracking: draft.tracking, file })
    work.audit({ actor, action: 'draft.import-tracked', entity: 'Draft', entityId: draftId, organId: draft.project.organId, detail: { fileId, taken: answer.taken, notTaken: answer.notTaken.length } })
    return { written: true, version: written, ...answer }
  })
}

/** One of the two texts of the file, with who changed what. */
async function textIn({ services, file, title, view }: { services: Services; file: File; title: string; view: RevisionView }): Promise<{ text: LegalText; marked: Marked }> {
  const reading = await readStoredFile({ services, file, view })
  if (reading.status !== 'read') throw problem('file-refused', { detail: reading.status === 'refused' ? reading.message : `“${file.name}”读不出修订：${reading.reason}。请另存为 docx 后上传。` })
  const { revisions } = reading
  const marks = (list: readonly MarkedChange[] = []): MarkedChange[] => list.map(({ author, text }) => ({ author: [COUNTED, UNKNOWN].includes(author) ? '' : author.trim().slice(0, LONGEST_NAME), text }))
  const marked = { inserted: marks([...(revisions?.insertions ?? []), ...(revisions?.moves ?? [])]), deleted: marks(revisions?.deletions) }
  if (marked.inserted.length + marked.deleted.length === 0) throw problem('file-refused', { detail: `“${file.name}”里没有修订痕迹。请在 Word 或者 WPS 里打开“修订”再改，存为 docx 后上传。` })
  try {
    const text = parseLegalText(reading.blocks, { title })
    if (text.articles.length === 0) throw problem('file-refused', { detail: `“${file.name}”里没有找到条文，请核对是不是这份草案。` })
    return { text, marked }
  } catch (error) {
    if (error instanceof TextTooLargeError) throw problem('file-refused', { detail: `“${file.name}”的文字太多，不能并入草案。` })
    throw error
  }
}

type Hands = ReturnType<typeof stepsByHand>

/** Each hand is a batch of its own, so that what became of an article is said under the right name; one transaction holds them. */
async function writeHands(options: { services: Services; work: Work; actor: Actor; draftId: string; hands: Hands; tracking: boolean; file: File }): Promise<number> {
  const { services, work, actor, draftId, hands, tracking, file } = options
  const write = (steps: Parameters<typeof writeSteps>[0]['steps']) => writeSteps({ services, work, actor, draftId, version: null, clientId: SERVER, batch: newId(), steps })
  // 修订模式 begins with the text before the file
  if (!tracking) await write([{ kind: 'track', step: { stepType: 'replace', from: 0, to: 0 }, data: { tracking: true } }])
  let version = 0
  for (const { author, steps } of hands) version = (await write(steps.map((step) => ({ kind: 'edit', step: step.toJSON(), data: { importedFrom: file.name }, authorName: author })))).version
  return version
}

function told({ label, why, changed }: Difference): ImportedChanges['notTaken'][number] {
  const article = label === '' ? '标题、题注或者落款' : label
  return { article, why: `${reasonOf(why)}${changed ? '，文件里对它的改动没有并入' : ''}。`, changed }
}

function reasonOf(why: Difference['why']): string {
  switch (why) {
    case 'other-words':
      return '文件修订前的文字与工作稿不同'
    case 'not-in-file':
      return '文件修订前没有这一条，工作稿保留'
    case 'not-in-draft':
      return '工作稿里已经没有这一条'
    default: {
      const never: never = why
      return never
    }
  }
}
