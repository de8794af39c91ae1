import { shanghaiDate } from '../config/index.ts'
import type { RecurringJob } from '../jobs/index.ts'
import { signDailyHead } from './verify-audit.ts'

/** Shortly before midnight in Shanghai the head of the chain is signed; the real day, not the demonstration's. */
export const auditHeadJob: RecurringJob = {
  name: 'signAuditHead',
  cron: '50 15 * * *',
  run: (services) => signDailyHead({ prisma: services.prisma, auditKey: services.settings.auditKey, day: shanghaiDate(new Date()) }),
}
