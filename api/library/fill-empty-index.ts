import type { RecurringJob } from '../platform/jobs/index.ts'
import type { Services } from '../platform/services.ts'
import { rebuildIndex } from './index-versions.ts'

/**
 * An index that holds nothing while the library does is filled: after a change from one search engine to the other, and
 * when the server that was down at the start, or lost its data, comes back. Nobody has to know that there is an index.
 */
export const emptyIndexJob: RecurringJob = { name: 'fillEmptyIndex', cron: '* * * * *', atStart: true, run: fillEmptyIndex }

async function fillEmptyIndex(services: Services): Promise<void> {
  const { prisma, search, log } = services
  if (!(await search.health()).available) await search.setUp().catch((error: unknown) => log.debug({ error }, 'search is not available yet'))
  const health = await search.health()
  if (!health.available || health.documents > 0 || (await prisma.version.count()) === 0) return
  log.info({ engine: search.name, versions: await rebuildIndex(services) }, 'the empty search index was filled')
}
