import type { Context, ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Logger } from 'pino'
import { z, ZodError } from 'zod'
import { Problem, problem, problemBody } from '../problem/problems.ts'
import type { Env } from './environment.ts'
import './words-of-issues.ts'

const answer = (c: Context<Env>, p: Problem): Response =>
  new Response(JSON.stringify(problemBody(p, c.req.path)), { status: p.status, headers: { 'content-type': 'application/problem+json; charset=utf-8' } })

/** Fields that zod refused, as sentences at their path. */
export const invalidInput = (error: ZodError): Problem =>
  problem('invalid-input', { fields: error.issues.map((i) => ({ path: i.path.map(String).join('.'), message: i.message })) })

const codeIn = z.object({ code: z.string() })
const codeBehind = z.object({ meta: z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) }) })
/** PostgreSQL's codes for characters that no text can hold (U+0000): whoever sends them is told so. */
const UNSTORABLE = new Set(['22021', '22P05'])

const holdsUnstorable = (error: unknown): boolean =>
  UNSTORABLE.has(codeBehind.safeParse(error).data?.meta.driverAdapterError.cause.originalCode ?? codeIn.safeParse(error).data?.code ?? '')

/** Everything thrown becomes a problem of the catalogue; what is not one is logged and answered without its inside. */
export const errorAnswer =
  (log: Logger): ErrorHandler<Env> =>
  (error, c) => {
    if (error instanceof Problem) return answer(c, error)
    if (error instanceof ZodError) return answer(c, invalidInput(error))
    if (error instanceof HTTPException) return answer(c, problem(error.status === 413 ? 'file-too-large' : 'unreadable-request'))
    if (holdsUnstorable(error)) return answer(c, problem('invalid-input', { detail: '内容里有不能保存的控制字符，请删去后再提交。' }))
    const code = codeIn.safeParse(error).data?.code ?? ''
    log.error({ error, requestId: c.get('requestId'), path: c.req.path }, 'unexpected')
    if (code === 'P2028' || code === 'P2024' || code === 'ECONNREFUSED') return answer(c, problem('unavailable'))
    return answer(c, problem('unexpected', { extra: { requestId: c.get('requestId') } }))
  }

export const notFoundAnswer: NotFoundHandler<Env> = (c) => answer(c, problem('not-found'))
