export { planDues } from './project-dues.ts'
export { planRoutes } from './routes.ts'
