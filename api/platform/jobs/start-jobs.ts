import { Logger, parseCronItems, run } from 'graphile-worker'
import pg from 'pg'
import type { Services } from '../services.ts'
import { drainOutbox, type OutboxConsumer } from './drain-outbox.ts'

/**
 * Work that comes back: reminders, plans that lapse, the signed head of the audit chain. `cron` is in UTC. `atStart`: also
 * when a server starts, because it ends what a server that was killed left undone.
 */
export type RecurringJob = { name: string; cron: string; atStart?: true; run(services: Services): Promise<void> }

const OUTBOX_EVERY = '* * * * *'
/** The worker's own comings and goings are of interest to nobody. */
const workerLevels: Partial<Record<string, 'error' | 'warn'>> = { error: 'error', warning: 'warn' }

/**
 * Start the worker of this replica: recurring jobs through graphile-worker (each runs once, whichever replica takes it)
 * and the outbox, woken by NOTIFY and looked at every minute besides.
 */
export async function startJobs(options: {
  services: Services
  connection: pg.ClientConfig
  consumers: OutboxConsumer[]
  jobs: RecurringJob[]
}): Promise<{ stop(): Promise<void> }> {
  const { services, consumers, jobs } = options
  const drain = () => drainOutbox(services, consumers)
  const runner = await run({
    pgPool: services.pool,
    concurrency: 2,
    noHandleSignals: true,
    noPreparedStatements: true,
    logger: new Logger(() => (level, message) => services.log[workerLevels[level] ?? 'debug'](message)),
    taskList: {
      drainOutbox: async () => void (await drain()),
      ...Object.fromEntries(jobs.map((j) => [j.name, () => j.run(services)])),
    },
    parsedCronItems: parseCronItems([
      { task: 'drainOutbox', match: OUTBOX_EVERY },
      ...jobs.map((j) => ({ task: j.name, match: j.cron })),
    ]),
  })

  for (const { name } of jobs.filter((j) => j.atStart === true)) await runner.addJob(name, {}, { jobKey: `${name} at start` })

  const listener = new pg.Client(options.connection)
  let running: Promise<unknown> = Promise.resolve()
  let waiting = false
  const wake = () => {
    if (waiting) return
    waiting = true
    running = running.then(() => {
      waiting = false
      return drain()
    }).catch((error: unknown) => services.log.warn({ error }, 'outbox'))
  }
  listener.on('error', (error) => services.log.warn({ error: error.message }, 'outbox listener lost; the minute job goes on'))
  listener.on('notification', wake)
  await listener.connect()
  await listener.query('LISTEN lifa_outbox')
  wake()
  return {
    async stop() {
      await listener.end()
      await running
      await runner.stop()
    },
  }
}
