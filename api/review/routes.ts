import { createRouter } from '../platform/http/index.ts'
import type { Services } from '../platform/services.ts'
import { committeeRoutes } from './committee-routes.ts'
import { flagRoutes } from './flag-routes.ts'
import { workbenchRoutes } from './workbench-routes.ts'

/** 审查工作台、标注、委员会意见. */
export const reviewRoutes = (services: Services) => createRouter().route('/', workbenchRoutes(services)).route('/', flagRoutes(services)).route('/', committeeRoutes(services))
