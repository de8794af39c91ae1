import { z } from '@hono/zod-openapi'
import type { Prisma } from '../../../prisma/generated/client.ts'
import { deadlineSchema, presentDeadline, workCalendar } from '../../deadline/index.ts'
import { decodeCursor, encodeCursor, page } from '../../platform/http/index.ts'
import { fromDateColumnOrNull, toDateColumn } from '../../platform/legal-date.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import type { Services } from '../../platform/services.ts'
import { filingPolicy } from '../../procedure/index.ts'
import { checkFiling, filesOf, findingSchema } from '../check-filing.ts'
import { filingInclude } from '../filing-row.ts'
import { stateFor } from '../audience.ts'
import { stateSchema } from '../present-filing.ts'

export const receiptStates = ['submitted', 'receiving', 'pendingCorrection', 'overdueCorrection'] as const

export const receiptItemSchema = z
  .object({
    id: z.string(), revision: z.number().int(), title: z.string(), documentNo: z.string(), maker: z.object({ id: z.string(), name: z.string() }), documentKind: z.string(), submittedOn: z.string().nullable(),
    promulgated: z.string().nullable(), onPaper: z.boolean(), state: stateSchema, deadline: deadlineSchema.nullable(),
    /** what the program found and nobody has settled, the gravest first */
    findings: z.array(findingSchema),
    mustCount: z.number().int(),
    /** everything is in order: may be registered in one act with others */
    clean: z.boolean(),
  })
  .openapi('ReceiptItem')
export const receiptPageSchema = page(receiptItemSchema).openapi('ReceiptPage')

function afterCursor(cursor: string): Prisma.FilingWhereInput {
  const [on, id] = decodeCursor(cursor)
  if (typeof on !== 'string' || typeof id !== 'string') return {}
  return { OR: [{ submittedOn: { gt: toDateColumn(on) } }, { submittedOn: toDateColumn(on), id: { gt: id } }] }
}

/** What waits for the receiving clerk, oldest first, each with what the program found. */
export async function listReceipt(options: { services: Services; actor: Actor; state?: (typeof receiptStates)[number]; cursor?: string; limit: number }): Promise<z.infer<typeof receiptPageSchema>> {
  const { services, actor } = options
  const tx = services.prisma
  const today = services.clock.today()
  const where: Prisma.FilingWhereInput = { AND: [filingPolicy.scope(actor, 'receive'), { state: { in: options.state === undefined ? [...receiptStates] : [options.state] } }] }
  const [rows, total, calendar] = await Promise.all([
    tx.filing.findMany({
      where: options.cursor === undefined ? where : { AND: [where, afterCursor(options.cursor)] }, include: filingInclude, orderBy: [{ submittedOn: 'asc' }, { id: 'asc' }], take: options.limit + 1,
    }),
    tx.filing.count({ where }),
    workCalendar(tx),
  ])
  const shown = rows.slice(0, options.limit)
  const items = []
  for (const filing of shown) {
    const check = await checkFiling({ tx, filing, files: await filesOf(tx, filing), today })
    const open = check.findings.filter((f) => f.severity !== 'ok' && f.settled === null)
    const clock = filing.clocks.find((c) => c.state === 'running')
    const { id, label, sign, phase } = stateFor(filing.state, 'reception')
    items.push({
      id: filing.id, revision: filing.revision, title: filing.title, documentNo: filing.documentNo, maker: { id: filing.maker.id, name: filing.maker.name }, documentKind: filing.documentKind,
      submittedOn: fromDateColumnOrNull(filing.submittedOn), promulgated: fromDateColumnOrNull(filing.promulgated), onPaper: filing.onPaper, state: { id, label, sign, phase },
      deadline: clock === undefined ? null : presentDeadline(clock, { today, calendar }), findings: open, mustCount: check.openFindings,
      clean: check.openFindings === 0 && (filing.state === 'submitted' || filing.state === 'receiving'),
    })
  }
  return { items, next: rows.length > options.limit ? encodeCursor([fromDateColumnOrNull(shown.at(-1)?.submittedOn ?? null), shown.at(-1)?.id ?? '']) : null, total }
}
