import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { PrismaClient } from '../../../prisma/generated/client.ts'
import { Prisma } from '../../../prisma/generated/client.ts'
import { problem } from '../problem/problems.ts'
import { asSubmission, cutOffSentence } from '../work/submission.ts'
import type { Env } from './environment.ts'

/** After this a request that never answered (its process died) may be tried again with the same key. */
const ABANDONED_AFTER_MS = 60_000

/** A batch of steps has a number of its own, under which a draft takes it once; an answer kept for every few keystrokes would outgrow all else. */
const HAS_ITS_OWN_NUMBER = /^\/api\/drafts\/[^/]+\/steps$/u

/**
 * A repeated submit gives the answer of the first one: each POST carries an `Idempotency-Key`; the answer is kept with
 * the digest of the request. The same key for other content is refused. What a request has done stands under its key from
 * the moment of the commit (work/submission.ts): one whose process died before it answered is answered when it is sent
 * again, and does nothing twice.
 */
export function idempotency(prisma: PrismaClient): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (c.req.method !== 'POST' || c.req.path.startsWith('/api/auth/') || HAS_ITS_OWN_NUMBER.test(c.req.path)) return next()
    const given = c.req.header('idempotency-key')
    if (given === undefined || given.length < 8 || given.length > 100) throw problem('idempotency-key-required')
    const personId = c.get('actor')?.personId ?? null
    const key = `${personId ?? 'public'}:${given}`
    const route = `${c.req.method} ${c.req.path}`
    // a file is streamed, not read here; the same bytes twice are kept once anyway
    const isText = (c.req.header('content-type') ?? 'application/json').startsWith('application/json')
    const body = isText ? await c.req.text() : `bytes:${c.req.header('content-length') ?? ''}`
    const requestDigest = createHash('sha256').update(`${route}\n${body}`).digest('hex')

    let wasCutOff = false
    const started = await prisma.idempotencyRecord.createMany({ data: [{ key, personId, route, requestDigest }], skipDuplicates: true })
    if (started.count === 0) {
      const earlier = await prisma.idempotencyRecord.findUnique({ where: { key } })
      if (earlier !== null) {
        if (earlier.requestDigest !== requestDigest) throw problem('idempotency-key-reused')
        if (earlier.status !== null) return c.json(earlier.response, earlier.status as 200, { 'idempotency-replayed': 'true' })
        const taken = await prisma.idempotencyRecord.updateMany({
          where: { key, status: null, createdAt: { lt: new Date(Date.now() - ABANDONED_AFTER_MS) } },
          data: { createdAt: new Date() },
        })
        if (taken.count === 0) throw problem('duplicate-request')
        wasCutOff = true
      }
    }
    await asSubmission({ prisma, key, wasCutOff }, next)
    if (c.res.status >= 200 && c.res.status < 300 && (c.res.headers.get('content-type') ?? '').includes('application/json')) {
      const response: unknown = await c.res.clone().json()
      await prisma.idempotencyRecord.update({ where: { key }, data: { status: c.res.status, response: response === null ? Prisma.JsonNull : (response as Prisma.InputJsonValue), steps: { deleteMany: {} } } })
      return
    }
    // refused before anything was done: the same key may be used again. What was done before the refusal stays done.
    const { count } = await prisma.idempotencyRecord.deleteMany({ where: { key, steps: { none: {} } } })
    if (count > 0) return
    await prisma.idempotencyRecord.updateMany({ where: { key }, data: { createdAt: new Date(0) } })
    if (wasCutOff) throw problem('already-done', { detail: cutOffSentence })
  }
}
