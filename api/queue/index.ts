export { viewCondition } from './queue-filter.ts'
export { queueRoutes } from './routes.ts'
