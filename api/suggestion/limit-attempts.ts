import { createHash } from 'node:crypto'
import { newId } from '../platform/ids.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'

export type AttemptLimit = { name: string; most: number; windowMs: number; message: string }
export const submitLimit: AttemptLimit = { name: 'suggest', most: 10, windowMs: 3_600_000, message: '一小时内提交的建议太多，请过一会儿再提交；已经填写的内容没有丢失，也可以寄信。' }
export const followLimit: AttemptLimit = { name: 'follow', most: 20, windowMs: 900_000, message: '查询太频繁，请过一刻钟再试。' }

/**
 * Count an attempt of one caller in a window; the counter lies in the database, so that replicas share it, under a digest
 * of the address, which is not kept itself. Throws `too-many-requests`.
 */
export async function limitAttempts(services: Services, limit: AttemptLimit, caller: string): Promise<void> {
  const key = `${limit.name}:${createHash('sha256').update(`${services.settings.sessionSecret} ${caller}`).digest('hex').slice(0, 32)}`
  const now = Date.now()
  const rows = await services.prisma.$queryRaw<{ count: number }[]>`
    INSERT INTO "RateLimit" (id, key, count, "lastRequest") VALUES (${newId()}, ${key}, 1, ${now})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN "RateLimit"."lastRequest" < ${now - limit.windowMs} THEN 1 ELSE "RateLimit".count + 1 END,
      "lastRequest" = CASE WHEN "RateLimit"."lastRequest" < ${now - limit.windowMs} THEN ${now} ELSE "RateLimit"."lastRequest" END
    RETURNING count`
  if ((rows[0]?.count ?? 0) > limit.most) throw problem('too-many-requests', { detail: limit.message })
}
