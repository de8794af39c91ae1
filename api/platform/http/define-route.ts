import { createRoute, z } from '@hono/zod-openapi'
import type { RouteConfig } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { problem } from '../problem/problems.ts'
import type { Env } from './environment.ts'

/**
 * Who may call a route: `public`, `signedIn`, or the action of a policy (`filing.register`). It stands in the OpenAPI
 * document as `x-access`; the matrix test fails when a route has none, or no row in the matrix.
 */
export type Access = 'public' | 'signedIn' | `${string}.${string}`

const guard =
  (access: Access): MiddlewareHandler<Env> =>
  async (c, next) => {
    if (access !== 'public') {
      const actor = c.get('actor')
      if (actor === null || actor === undefined) throw problem('not-signed-in')
      if (actor.mustChangePassword && !c.req.path.startsWith('/api/session')) throw problem('password-change-required')
    }
    await next()
  }

/** A route with its schema and its access rule. The use case behind it asks the policy first, for the object at hand. */
export const defineRoute = <P extends string, R extends Omit<RouteConfig, 'path'> & { path: P; 'x-access': Access; summary: string }>(config: R) =>
  createRoute<P, R & { middleware: MiddlewareHandler<Env> }>({ ...config, middleware: guard(config['x-access']) })

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem')

/** Spread into `responses`: every failure is a problem of the one catalogue. */
export const problemResponses = {
  default: { description: '没有办成，见 RFC 9457 说明', content: { 'application/problem+json': { schema: problemSchema } } },
} as const

/** A JSON answer: `responses: {...json(200, schema, 'the filing'), ...problemResponses}`. */
export const json = <S extends number, T extends z.ZodType>(status: S, schema: T, description: string) =>
  ({ [status]: { description, content: { 'application/json': { schema } } } }) as Record<
    S,
    { description: string; content: { 'application/json': { schema: T } } }
  >

/** A JSON body: `request: { body: jsonBody(schema) }`. */
export const jsonBody = <T extends z.ZodType>(schema: T) => ({ required: true, content: { 'application/json': { schema } } })

export const idParameter = z.object({ id: z.uuid().openapi({ param: { name: 'id', in: 'path' } }) })
export const legalDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, '日期应写作 2026-03-05 这样的形式')
  .refine((s) => !Number.isNaN(Date.parse(`${s}T00:00:00Z`)) && new Date(`${s}T00:00:00Z`).toISOString().startsWith(s), '没有这一天，请核对日期')

/** Lists go by cursor: `next` is opaque, null at the end. */
export const pageQuery = z.object({ cursor: z.string().max(500).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) })
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable(), total: z.number().int().nullable() })
