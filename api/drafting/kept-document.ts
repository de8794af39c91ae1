import { Node } from 'prosemirror-model'
import { editorSchema } from '../../law/text/index.ts'
import type { PrismaClient } from '../../prisma/generated/client.ts'
import type { Transaction } from '../platform/work/transaction.ts'

type Kept = { version: number; doc: Node }
const MOST_KEPT = 8

/** Parsed documents by draft. Only a copy: the row in the database says which version holds, and another version is read anew. */
const kept = new WeakMap<PrismaClient, Map<string, Kept>>()

const documentsOf = (prisma: PrismaClient): Map<string, Kept> => {
  const documents = kept.get(prisma) ?? new Map<string, Kept>()
  kept.set(prisma, documents)
  return documents
}

/** The document of a draft at this version. Asked with the row locked, or the answer may be of a later one. */
export async function documentAt(options: { prisma: PrismaClient; tx: Transaction; draftId: string; version: number }): Promise<Node> {
  const { prisma, tx, draftId, version } = options
  const copy = documentsOf(prisma).get(draftId)
  if (copy?.version === version) return copy.doc
  const row = await tx.draft.findUniqueOrThrow({ where: { id: draftId }, select: { doc: true } })
  return Node.fromJSON(editorSchema, row.doc)
}

/** To be called when the transaction that wrote this version has been committed. */
export function keepDocument(options: { prisma: PrismaClient; draftId: string; version: number; doc: Node }): void {
  const { prisma, draftId, version, doc } = options
  const documents = documentsOf(prisma)
  documents.delete(draftId)
  documents.set(draftId, { version, doc })
  const [oldest] = documents.keys()
  if (documents.size > MOST_KEPT && oldest !== undefined) documents.delete(oldest)
}
