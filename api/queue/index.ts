export { listQueue, modeLabels, presentRows, queueInclude, queueItemSchema } from './list-queue.ts'
export type { QueueItem } from './list-queue.ts'
export { viewCondition } from './queue-filter.ts'
export { queueRoutes } from './routes.ts'
