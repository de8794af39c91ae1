import pg from 'pg'
import { PrismaPg } from '@prisma/adapter-pg'
import { pino } from 'pino'
import { PrismaClient } from '../../prisma/generated/client.ts'
import { createSearchEngine } from '../../search/index.ts'
import { realClock } from '../platform/config/index.ts'
import type { FileStore } from '../platform/files/index.ts'
import type { Services } from '../platform/services.ts'

const nothingIsStored = (): never => {
  throw new Error('these services only describe the API')
}
const noFiles: FileStore = { put: nothingIsStored, open: nothingIsStored, verify: nothingIsStored, list: nothingIsStored, sweepOrphans: nothingIsStored }

// never connected: the document of the routes needs no database
const pool = new pg.Pool({ host: '/nowhere', max: 1 })

/** Services with which the routes can be described, and nothing done. */
export const describedServices: Services = {
  prisma: new PrismaClient({ adapter: new PrismaPg(pool) }),
  pool,
  files: noFiles,
  clock: realClock,
  search: createSearchEngine({ pool }),
  noticeChannels: [],
  log: pino({ level: 'silent' }),
  settings: { demo: false, publicUrl: 'http://localhost', uploadLimitBytes: 1, sessionSecret: 'describes-nothing-describes-nothing', auditKey: '', trustedProxies: [] },
}
