import { z } from '@hono/zod-openapi'
import { addDays, chineseWorkCalendar, isWorkDay, ruleStanding } from '../../law/deadline/index.ts'
import { rulesInForce, workCalendar } from '../deadline/index.ts'
import { actorOf, createRouter, defineRoute, json, jsonBody, legalDate, problemResponses } from '../platform/http/index.ts'
import { fromDateColumn } from '../platform/legal-date.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { administeredCommittees } from './policy.ts'
import { readAudit } from './read-audit.ts'
import { setCalendarDays } from './set-calendar-day.ts'
import { setDeadlineRule } from './set-deadline-rule.ts'

const unitSchema = z.enum(['calendarDay', 'workDay', 'month', 'year'])
const ruleSchema = z
  .object({ key: z.string(), label: z.string(), amount: z.number().int(), unit: unitSchema, basis: z.string(), confirmed: z.boolean(), standing: z.string(), reminderDaysBefore: z.array(z.number().int()), onSuspend: z.string(), onCorrection: z.string(), onInquiry: z.string() })
  .openapi('DeadlineRule')
const tags = ['administration']

const rules = defineRoute({
  method: 'get', path: '/api/administration/deadline-rules', 'x-access': 'administration.readRules', tags, summary: '期限规则',
  responses: { ...json(200, z.object({ committees: z.array(z.object({ organId: z.string(), organName: z.string(), rules: z.array(ruleSchema) })) }), '本级各项期限、依据和是否确认'), ...problemResponses },
})
const setRule = defineRoute({
  method: 'put', path: '/api/administration/deadline-rules/{key}', 'x-access': 'administration.setRule', tags, summary: '修改或确认期限规则',
  request: {
    params: z.object({ key: z.string().max(60) }),
    body: jsonBody(z.object({ organId: z.uuid(), amount: z.number().int().min(1, '期限至少为 1').max(999), unit: unitSchema, basis: z.string().trim().min(4, '请写明依据的规定名称和条文').max(500), confirmed: z.boolean(), note: z.string().max(500).optional() })),
  },
  responses: { ...json(200, z.object({ saved: z.literal(true) }), '已保存；正在计算的期限不变'), ...problemResponses },
})
const calendar = defineRoute({
  method: 'get', path: '/api/administration/calendar/{year}', 'x-access': 'signedIn', tags, summary: '工作日历',
  request: { params: z.object({ year: z.coerce.number().int().min(1990).max(2100) }) },
  responses: {
    ...json(200, z.object({ year: z.number().int(), known: z.boolean(), source: z.string(), days: z.array(z.object({ date: z.string(), work: z.boolean().nullable(), entered: z.enum(['work', 'rest']).nullable(), note: z.string().nullable() })) }), '一年的工作日和休息日'),
    ...problemResponses,
  },
})
const setDays = defineRoute({
  method: 'put', path: '/api/administration/calendar', 'x-access': 'administration.setCalendar', tags, summary: '录入工作日和休息日',
  request: { body: jsonBody(z.object({ days: z.array(z.object({ date: legalDate, kind: z.enum(['work', 'rest', 'asPublished']), note: z.string().trim().min(1, '请写明依据').max(200) })).min(1).max(366) })) },
  responses: { ...json(200, z.object({ saved: z.number().int() }), '已保存'), ...problemResponses },
})
const audit = defineRoute({
  method: 'get', path: '/api/administration/audit', 'x-access': 'administration.readAudit', tags, summary: '操作记录',
  request: { query: z.object({ entityId: z.string().max(100).optional(), before: z.string().regex(/^\d+$/).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }) },
  responses: {
    ...json(200, z.object({ items: z.array(z.object({ sequence: z.string(), at: z.string(), actor: z.string(), action: z.string(), entity: z.string(), entityId: z.string(), detail: z.string(), digest: z.string() })), next: z.string().nullable() }), '新的在前'),
    ...problemResponses,
  },
})

/** 期限规则、工作日历、操作记录. */
export function administrationRoutes(services: Services) {
  const { prisma } = services
  return createRouter()
    .openapi(rules, async (c) => {
      const committees = administeredCommittees(actorOf(c))
      if (committees.length === 0) throw problem('forbidden')
      const organs = await prisma.organ.findMany({ where: { id: { in: committees } }, select: { id: true, name: true } })
      const answer = await Promise.all(
        organs.map(async (o) => ({
          organId: o.id,
          organName: o.name,
          rules: (await rulesInForce(prisma, o.id)).map((r) => ({ ...r, reminderDaysBefore: [...r.reminderDaysBefore], standing: ruleStanding(r) })),
        })),
      )
      return c.json({ committees: answer }, 200)
    })
    .openapi(setRule, async (c) => {
      await setDeadlineRule({ services, actor: actorOf(c), key: c.req.valid('param').key, ...c.req.valid('json') })
      return c.json({ saved: true as const }, 200)
    })
    .openapi(calendar, async (c) => {
      const { year } = c.req.valid('param')
      const known = await workCalendar(prisma)
      const entered = new Map((await prisma.calendarDay.findMany({ where: { date: { gte: new Date(Date.UTC(year, 0, 1)), lte: new Date(Date.UTC(year, 11, 31)) } } })).map((d) => [fromDateColumn(d.date), d]))
      const days = []
      for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
        const work = isWorkDay(known, date)
        const own = entered.get(date)
        days.push({ date, work: work === 'unknown' ? null : work, entered: own === undefined ? null : own.kind === 'rest' ? ('rest' as const) : ('work' as const), note: own?.note ?? null })
      }
      return c.json({ year, known: known.coveredYears.has(year), source: chineseWorkCalendar().source, days }, 200)
    })
    .openapi(setDays, async (c) => c.json({ saved: await setCalendarDays({ services, actor: actorOf(c), ...c.req.valid('json') }) }, 200))
    .openapi(audit, async (c) => c.json(await readAudit({ services, actor: actorOf(c), ...c.req.valid('query') }), 200))
}
