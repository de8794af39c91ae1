import { Node } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
import { applySteps, countArticles, MOST_ARTICLES, numberDocument, StepRefusedError, wordsByKey } from '../../law/drafting/index.ts'
import { editorSchema } from '../../law/text/index.ts'
import { Prisma } from '../../prisma/generated/client.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import type { Work } from '../platform/work/transaction.ts'
import { recordChanges } from './article-changes.ts'
import { ring } from './draft-bell.ts'
import { guardText, lockDraft, refusal } from './draft-for.ts'
import { documentAt, keepDocument } from './kept-document.ts'
import { heldByOthers } from './leases.ts'

export const stepKinds = ['edit', 'accept', 'track'] as const

/**
 * One row of the log. `edit`: a step of the document. `accept`: the document stays (its step is an empty one), `data.baseStep`
 * moves the base that suggestions are measured against. `track`: the same, `data.tracking` turns 修订模式 on or off.
 */
export type StepInput = { kind: (typeof stepKinds)[number]; step: unknown; data?: Record<string, unknown> | undefined; authorName?: string | null | undefined }

export const LARGEST_BATCH_BYTES = 4 * 1024 * 1024

type Options = { services: Services; work: Work; actor: Actor; draftId: string; clientId: string; batch: string; steps: readonly StepInput[] }
type Base = { tracking: boolean; baseDoc: Node | null; baseVersion: number; /** where 修订模式 began in this batch */ began: Node | null }

/**
 * Puts a batch behind what is there. The caller has judged the person's right. A batch that was taken before is answered
 * again and not applied; one that was made on another version is refused with `moved`.
 *
 * @param version the one on which the batch was made; null for the server's own acts, which take the one that is there
 * @returns `at`: when it was taken; null for a batch that was taken before
 * @throws Problem `step-refused` with `reason` moved, held, closed or unfit
 */
export async function writeSteps(options: Options & { version: number | null }): Promise<{ version: number; repeated: boolean; at: string | null }> {
  const { services, work, actor, draftId, clientId, batch, steps } = options
  const { tx } = work
  const locked = await lockDraft(tx, draftId)
  const before = await tx.draftStep.aggregate({ where: { draftId, clientId, batch, personId: actor.personId }, _max: { version: true } })
  if (before._max.version !== null) return { version: before._max.version, repeated: true, at: null }
  guardText(locked.state)
  if (options.version !== null && options.version !== locked.version) throw refusal('moved', '别人刚改过这份草案，正在并入您的修改。', { version: locked.version })

  const doc = await documentAt({ prisma: services.prisma, tx, draftId, version: locked.version })
  const applied = apply(doc, steps)
  const touched = new Set(applied.touched.flat())
  await refuseWhatIsHeld({ ...options, doc, touched })
  if (applied.doc !== doc && countArticles(applied.doc) > Math.max(MOST_ARTICLES, countArticles(doc))) throw refusal('too-large', `一份草案最多 ${MOST_ARTICLES} 条，这次修改没有保存。请拆成几件，或者把附属内容放到附件里。`)

  const at = services.clock.now()
  const version = locked.version + steps.length
  await tx.draftStep.createMany({
    data: steps.map((one, index) => ({
      draftId, version: locked.version + index + 1, kind: one.kind, step: json(one.step), data: one.data === undefined ? Prisma.DbNull : json(one.data), clientId, batch, personId: actor.personId, personName: actor.name,
      authorName: one.authorName ?? null, touched: applied.touched[index] ?? [], at,
    })),
  })
  const base = await moveBase({ work, draftId, steps, after: applied.after, from: locked.version })
  await tx.draft.update({ where: { id: draftId }, data: { version, ...(applied.doc === doc ? {} : { doc: json(applied.doc.toJSON()) }), ...base } })
  const [author, ...others] = new Set(steps.map(({ authorName }) => authorName ?? null))
  await recordChanges({
    tx, draftId, actor, authorName: others.length === 0 ? (author ?? null) : null, at, fromVersion: locked.version, toVersion: version,
    before: wordsByKey(doc, touched), after: wordsByKey(applied.doc, touched), keys: [...touched], labels: labelsOf(doc, applied.doc, touched),
  })
  await ring(tx, draftId, { kind: 'steps', version })
  work.afterCommit(async () => keepDocument({ prisma: services.prisma, draftId, version, doc: applied.doc }))
  return { version, repeated: false, at: at.toISOString() }
}

export const json = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue

function apply(doc: Node, steps: readonly StepInput[]) {
  try {
    return applySteps(doc, steps.map(({ step }) => step))
  } catch (error) {
    if (error instanceof StepRefusedError) throw refusal('unfit', '这次修改与草案的结构不符，没有保存到服务器。您的文字保存在本机，可以复制后重新打开草案再改。')
    throw error
  }
}

function labelsOf(before: Node, after: Node, keys: ReadonlySet<string>): Map<string, string> {
  if (keys.size === 0) return new Map()
  const labels = new Map<string, string>()
  for (const doc of [before, after]) {
    const { byKey } = numberDocument(doc)
    for (const key of keys) {
      const label = byKey.get(key)?.label
      if (label !== undefined) labels.set(key, label)
    }
  }
  return labels
}

async function refuseWhatIsHeld({ work, actor, draftId, doc, touched }: Options & { doc: Node; touched: ReadonlySet<string> }): Promise<void> {
  if (touched.size === 0) return
  const held = (await heldByOthers(work.tx, draftId, actor.personId)).filter(({ articleKey }) => touched.has(articleKey))
  const [first] = held
  if (first === undefined) return
  const { byKey } = numberDocument(doc)
  const named = held.map((lease) => ({ ...lease, label: byKey.get(lease.articleKey)?.label ?? '' }))
  throw refusal('held', `${named.map(({ label, personName }) => `${label === '' ? '这一条' : label}正由${personName}修改`).join('，')}，您对它的修改没有保存到服务器，仍在本机。可以请对方释放，或者稍后再并入。`, { held: named })
}

/** Accepting moves the base, 修订模式 begins with the text that is there: what follows in the same batch is a suggestion. */
async function moveBase(options: { work: Work; draftId: string; steps: readonly StepInput[]; after: readonly Node[]; from: number }) {
  const { work, draftId, steps, after, from } = options
  if (steps.every(({ kind }) => kind === 'edit')) return {}
  const row = await work.tx.draft.findUniqueOrThrow({ where: { id: draftId }, select: { tracking: true, baseDoc: true, baseVersion: true } })
  const start: Base = { tracking: row.tracking, baseDoc: row.baseDoc === null ? null : Node.fromJSON(editorSchema, row.baseDoc), baseVersion: row.baseVersion, began: null }
  const base = steps.reduce<Base>((now, step, at) => afterStep(now, step, { doc: after[at] ?? null, version: from + at + 1 }), start)
  const began = base.tracking ? (base.began === null ? {} : { trackedDoc: json(base.began.toJSON()) }) : { trackedDoc: Prisma.DbNull }
  return { tracking: base.tracking, baseVersion: base.baseVersion, baseDoc: base.baseDoc === null ? Prisma.DbNull : json(base.baseDoc.toJSON()), ...began }
}

function afterStep(base: Base, { kind, data }: StepInput, { doc, version }: { doc: Node | null; version: number }): Base {
  switch (kind) {
    case 'edit':
      return base
    case 'track': {
      if (data?.['tracking'] !== true) return { tracking: false, baseDoc: null, baseVersion: version, began: null }
      return base.tracking ? base : { tracking: true, baseDoc: doc, baseVersion: version, began: doc }
    }
    case 'accept': {
      if (base.baseDoc === null) throw refusal('unfit', '修订模式已经关闭，没有可以接受的修订，请刷新后再看。')
      try {
        const { doc: moved } = Step.fromJSON(editorSchema, data?.['baseStep']).apply(base.baseDoc)
        moved?.check()
        if (moved !== null) return { ...base, baseDoc: moved }
      } catch (error) {
        if (!(error instanceof RangeError) && !(error instanceof TypeError)) throw error
      }
      throw refusal('unfit', '这处修订已经变了，没有接受。请刷新后再看。')
    }
    default: {
      const never: never = kind
      return never
    }
  }
}
