import { OpenAPIHono } from '@hono/zod-openapi'
import { administrationRoutes } from './administration/index.ts'
import { draftingRoutes } from './drafting/index.ts'
import { fileRoutes } from './file/index.ts'
import { filingRoutes } from './filing/index.ts'
import { asProblemAnswer, CALLER_HEADER, createAuthentication, identityRoutes, loadActor } from './identity/index.ts'
import { projectRoutes, taskRoutes } from './legislation/index.ts'
import { libraryRoutes } from './library/index.ts'
import { meetingRecordRoutes, meetingRoutes } from './meeting/index.ts'
import { noticeRoutes } from './notice/index.ts'
import { queueRoutes } from './queue/index.ts'
import { outcomeRoutes } from './outcome/index.ts'
import { approvalRoutes, regulationRoutes } from './approval/index.ts'
import { legislationPaperRoutes } from './legislation-papers/index.ts'
import { paperRoutes } from './paper/index.ts'
import { todayRoutes } from './today/index.ts'
import { suggestionCarrier, suggestionRoutes } from './suggestion/index.ts'
import { statisticsRoutes } from './statistics/index.ts'
import { reviewRoutes } from './review/index.ts'
import { planRoutes } from './plan/index.ts'
import { applicantRoutes, consultationRoutes, hearingRoutes, portalError, portalNotFound, portalRoutes, publicationRoutes } from './portal/index.ts'
import { newId } from './platform/ids.ts'
import { healthRoutes } from './platform/health/routes.ts'
import { callerOf, type Env } from './platform/http/index.ts'
import { idempotency } from './platform/http/idempotency.ts'
import { limitBody } from './platform/http/limit-body.ts'
import { ownOrigin } from './platform/http/origin.ts'
import { securityHeaders } from './platform/http/security-headers.ts'
import { serveReference } from './platform/http/serve-reference.ts'
import { serveInterface } from './platform/http/serve-interface.ts'
import type { Services } from './platform/services.ts'

const openApiInfo = {
  openapi: '3.1.0',
  info: {
    title: 'Lifa 立法与备案审查',
    version: '0.1.0',
    description: 'Errors are RFC 9457 problems. POST carries an Idempotency-Key, edits an If-Match. Lists go by cursor. `x-access` names who may call a route.',
  },
} as const

/** The whole API on the given services: one router a capability, deny by default. */
export function createApp(services: Services, options: { builtInterface?: string } = {}) {
  const authentication = createAuthentication(services)
  const app = new OpenAPIHono<Env>()
  app.use('*', securityHeaders)
  app.use('*', async (c, next) => {
    c.set('requestId', newId())
    c.set('actor', null)
    await next()
    c.res.headers.set('x-request-id', c.get('requestId'))
  })
  app.use('*', ownOrigin(services.settings.publicUrl))
  app.use('*', limitBody(services.settings.uploadLimitBytes))
  app.on(['GET', 'POST'], '/api/auth/*', async (c) => {
    // the limit on sign-ins counts by caller; what a client says of its own address is overwritten
    const headers = new Headers(c.req.raw.headers)
    headers.set(CALLER_HEADER, callerOf(c, services.settings.trustedProxies))
    return asProblemAnswer(await authentication.handler(new Request(c.req.raw, { headers })))
  })
  app.use('/api/*', async (c, next) => {
    const session = await authentication.api.getSession({ headers: c.req.raw.headers })
    if (session !== null) c.set('actor', await loadActor({ prisma: services.prisma, personId: session.user.id, today: services.clock.today() }))
    await next()
  })
  app.use('/api/*', idempotency(services.prisma))
  for (const router of capabilityRouters(services)) app.route('/', router)
  app.doc31('/openapi.json', openApiInfo)
  serveReference(app)
  if (options.builtInterface !== undefined) serveInterface(app, options.builtInterface)
  app.route('/', portalRoutes(services))
  app.notFound(portalNotFound(services))
  app.onError(portalError(services))
  return app
}

/** One line a capability. */
const capabilityRouters = (services: Services) => [
  healthRoutes(services),
  identityRoutes(services),
  fileRoutes(services),
  libraryRoutes(services),
  filingRoutes(services),
  outcomeRoutes(services),
  paperRoutes(services, [suggestionCarrier]),
  legislationPaperRoutes(services),
  approvalRoutes(services),
  regulationRoutes(services),
  noticeRoutes(services),
  reviewRoutes(services),
  administrationRoutes(services),
  statisticsRoutes(services),
  queueRoutes(services),
  todayRoutes(services),
  planRoutes(services),
  meetingRoutes(services),
  meetingRecordRoutes(services),
  publicationRoutes(services),
  consultationRoutes(services),
  hearingRoutes(services),
  applicantRoutes(services),
  projectRoutes(services),
  taskRoutes(services),
  suggestionRoutes(services),
  draftingRoutes(services),
]

export type App = ReturnType<typeof createApp>
