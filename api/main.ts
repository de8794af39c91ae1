import type { Server } from 'node:http'
import path from 'node:path'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { createSearchEngine } from '../search/index.ts'
import { type App, createApp } from './app.ts'
import { endDraftStreams } from './drafting/index.ts'
import { emailChannel, smsChannel } from './notice/index.ts'
import { outboxConsumers, recurringJobs } from './background.ts'
import { createClock, type Config } from './platform/config/index.ts'
import { type Database, openDatabase } from './platform/database/index.ts'
import { openFileStore } from './platform/files/index.ts'
import { startJobs } from './platform/jobs/index.ts'
import { answerUnreadable } from './platform/http/answer-unreadable.ts'
import type { Services } from './platform/services.ts'
import { claimInstallation } from './platform/claim-installation.ts'

export type RunningServer = { url: string; port: number; services: Services; app: App; stop(): Promise<void> }

/** Open database, files and search of a configuration: what the server, the commands and the loader of fixtures share. */
export async function openServices(config: Config): Promise<{ services: Services; database: Database; close(): Promise<void> }> {
  const log = pino({ level: config.logLevel })
  const database = await openDatabase({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, poolSize: config.poolSize, log: (line) => log.debug(line) })
  try {
    await claimInstallation(database.prisma, config.mode === 'demo' ? 'demo' : 'production')
    const services: Services = {
      prisma: database.prisma,
      pool: database.pool,
      files: await openFileStore(config.files),
      clock: createClock({ mode: config.mode, today: config.demoToday }),
      search: createSearchEngine({ pool: database.pool, ...(config.meili === null ? {} : { meiliUrl: config.meili.url, meiliKey: config.meili.key }) }),
      noticeChannels: [
        ...(config.smtpUrl === undefined ? [] : [emailChannel({ smtpUrl: config.smtpUrl, from: config.smtpFrom })]),
        ...(config.smsGatewayUrl === undefined ? [] : [smsChannel({ gatewayUrl: config.smsGatewayUrl, token: config.smsGatewayToken })]),
      ],
      log,
      settings: {
        demo: config.mode === 'demo',
        publicUrl: config.publicUrl,
        uploadLimitBytes: config.uploadLimitBytes,
        sessionSecret: config.sessionSecret,
        auditKey: config.auditKey,
        trustedProxies: config.trustedProxies,
      },
    }
    // search may be down without the rest standing still; the outbox keeps what it has to be told
    await services.search.setUp().catch((error: unknown) => log.warn({ error }, 'search is not available yet'))
    return { services, database, close: () => database.close() }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Start a server: services, jobs, HTTP. `stop` lets running requests end. Throws when the port is taken (EADDRINUSE). */
export async function startServer(config: Config): Promise<RunningServer> {
  const { services, database, close } = await openServices(config)
  try {
    const app = createApp(services, { builtInterface: path.resolve(import.meta.dirname, '../dist/ui') })
    const { server, port } = await listen(app, config)
    const jobs = await startJobs({ services, connection: database.connection, consumers: outboxConsumers, jobs: recurringJobs })
    return {
      url: config.publicUrl,
      port,
      services,
      app,
      async stop() {
        const closed = new Promise<void>((resolve) => server.close(() => resolve()))
        await endDraftStreams(services)
        await closed
        await jobs.stop()
        await close()
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

const listen = (app: App, config: Config): Promise<{ server: Server; port: number }> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: config.host, port: config.port }, (info) => resolve({ server, port: info.port })) as Server
    server.once('error', reject)
    server.on('clientError', answerUnreadable)
  })
