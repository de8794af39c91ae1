import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { PrismaClient } from '../../prisma/generated/client.ts'
import type { SearchEngine } from '../../search/index.ts'
import type { Clock } from './config/clock.ts'
import type { NoticeChannel } from './notice-channel.ts'
import type { FileStore } from './files/index.ts'

/** What every capability is given: nothing is kept in a process beside it, so that several replicas can run. */
export type Services = {
  prisma: PrismaClient
  pool: Pool
  files: FileStore
  /** legal dates come from here and nowhere else */
  clock: Clock
  search: SearchEngine
  /** ways to tell people besides the inbox; empty until configured */
  noticeChannels: NoticeChannel[]
  log: Logger
  settings: {
    /** the demonstration says on every page and export that it is one */
    demo: boolean
    publicUrl: string
    uploadLimitBytes: number
    sessionSecret: string
    auditKey: string
    trustedProxies: string[]
  }
}
