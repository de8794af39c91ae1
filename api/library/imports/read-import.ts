import { z } from '@hono/zod-openapi'
import type { ImportRun, Prisma } from '../../../prisma/generated/client.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import type { ImportedText } from '../import-texts.ts'
import { committeesKeptFor } from '../policy.ts'
import { importedTextSchema } from './import-request.ts'

/** Runs that a person may look at: their own, and those of the committees whose library they keep. */
const runScope = (actor: Actor): Prisma.ImportRunWhereInput => ({ OR: [{ startedBy: actor.personId }, { organId: { in: committeesKeptFor(actor) } }] })

const present = (run: ImportRun) => ({
  id: run.id, startedAt: run.startedAt.toISOString(), finishedAt: run.finishedAt?.toISOString() ?? null, source: run.source, total: run.total, done: run.done, stored: run.stored, failed: run.failed,
})

/** One run with what became of each file, line by line. Throws `not-found`. */
export async function readImport(options: { services: Services; actor: Actor; id: string }) {
  const run = await options.services.prisma.importRun.findFirst({ where: { id: options.id, AND: runScope(options.actor) } })
  if (run === null) throw problem('not-found')
  return { ...present(run), results: z.array(importedTextSchema).parse(run.results) }
}

const NEWEST = 20

/** The newest runs, without their results. */
export async function listImports(options: { services: Services; actor: Actor }) {
  if (committeesKeptFor(options.actor).length === 0) throw problem('forbidden')
  const runs = await options.services.prisma.importRun.findMany({ where: runScope(options.actor), orderBy: { startedAt: 'desc' }, take: NEWEST })
  return runs.map((run) => ({ ...present(run), results: [] as ImportedText[] }))
}
