import { takeEffectJob } from './approval/index.ts'
import { paperFilesJob } from './file/index.ts'
import { filingReminderJob, overdueCorrectionJob } from './filing/index.ts'
import { emptyIndexJob, importConsumer, searchConsumer } from './library/index.ts'
import { taskReminderJob } from './legislation/index.ts'
import { materialsReminderJob } from './meeting/index.ts'
import { deadlineReminderJob, noticeConsumer } from './notice/index.ts'
import { planLapseJob } from './outcome/index.ts'
import type { OutboxConsumer, RecurringJob } from './platform/jobs/index.ts'
import { auditHeadJob } from './platform/audit/audit-head-job.ts'
import { flagConsumer } from './review/index.ts'

/** One line a capability: who is told of changes, and what comes back by the clock. */
export const outboxConsumers: OutboxConsumer[] = [noticeConsumer, searchConsumer, importConsumer, flagConsumer]
export const recurringJobs: RecurringJob[] = [auditHeadJob, deadlineReminderJob, emptyIndexJob, filingReminderJob, materialsReminderJob, overdueCorrectionJob, paperFilesJob, planLapseJob, takeEffectJob, taskReminderJob]
