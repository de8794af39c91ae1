export { planLapseJob } from './correction-plans.ts'
export { outcomeRoutes } from './routes.ts'
