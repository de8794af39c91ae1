export { drainOutbox } from './drain-outbox.ts'
export type { OutboxConsumer } from './drain-outbox.ts'
export { startJobs } from './start-jobs.ts'
export type { RecurringJob } from './start-jobs.ts'
