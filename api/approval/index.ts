export { approvalScope, worksOnText } from './approval-for.ts'
export { regulationRoutes } from './publication/routes.ts'
export { takeEffectJob } from './publication/take-effect.ts'
export { approvalRoutes } from './routes.ts'
