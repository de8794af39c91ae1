import { conclusions, documentKindFacts, standardLabels } from '../../law/procedure/index.ts'
import { filingPolicy } from '../filing/index.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'

export type Share = { key: string; label: string; count: number }

export type FilingStatistics = {
  year: number
  /** years that have cases, newest first, this one always among them */
  years: number[]
  previousReceived: number
  received: number
  registered: number
  /** 不属于备案范围 */
  returned: number
  /** with a flag that was not withdrawn */
  withProblems: number
  closed: number
  open: number
  onTime: number
  late: number
  /** accepted at the first formal check */
  acceptedAtOnce: number
  byMaker: Share[]
  byKind: Share[]
  byOutcome: Share[]
  byMode: Share[]
  flagsByStandard: Share[]
  suggestions: { received: number; closed: number }
}

/**
 * The figures of one year (domain §2.8) over the cases that the policy lets the actor count. A case belongs to the year in
 * which it was submitted. Counting is a read like any other: it goes through the scope.
 */
export async function countFilings(options: { services: Services; actor: Actor; year: number }): Promise<FilingStatistics> {
  const { services, actor, year } = options
  const scope = filingPolicy.scope(actor, 'statistics')
  if ('id' in scope) throw problem('forbidden')
  const { prisma } = services
  const first = (await prisma.filing.aggregate({ where: { AND: [scope, { submittedOn: { not: null } }] }, _min: { submittedOn: true } }))._min.submittedOn
  const inYear = { gte: toDateColumn(`${year}-01-01`), lte: toDateColumn(`${year}-12-31`) }
  const where = { AND: [scope, { submittedOn: inYear }] }
  const filings = await prisma.filing.findMany({
    where,
    select: {
      id: true, documentKind: true, mode: true, outcome: true, closedOn: true, registeredOn: true, flagsOnRecord: true, receiverOrganId: true,
      maker: { select: { id: true, shortName: true } },
      events: { where: { transition: { in: ['requestCorrection', 'returnOutOfScope'] } }, select: { transition: true } },
      flags: { where: { state: { not: 'withdrawn' } }, select: { id: true }, take: 1 },
    },
  })
  const registered = filings.filter((f) => f.registeredOn !== null)
  const flags = await prisma.reviewFlag.groupBy({ by: ['standard'], where: { state: { not: 'withdrawn' }, filing: { is: where } }, _count: true })
  const committees = [...new Set(actor.memberships.flatMap((m) => (m.standingCommitteeId === null ? [] : [m.standingCommitteeId])))]
  const suggestionYear = { organId: { in: committees }, receivedOn: inYear }
  const lastYear = { gte: toDateColumn(`${year - 1}-01-01`), lte: toDateColumn(`${year - 1}-12-31`) }
  const underwent = (filing: (typeof filings)[number], transition: string) => filing.events.some((e) => e.transition === transition)
  return {
    year,
    years: yearsFrom(Math.min(first?.getUTCFullYear() ?? year, year), Math.max(Number(services.clock.today().slice(0, 4)), year)),
    previousReceived: await prisma.filing.count({ where: { AND: [scope, { submittedOn: lastYear }] } }),
    received: filings.length,
    registered: registered.length,
    returned: filings.filter((f) => underwent(f, 'returnOutOfScope')).length,
    withProblems: filings.filter((f) => f.flags.length > 0).length,
    closed: filings.filter((f) => f.closedOn !== null).length,
    open: filings.filter((f) => f.closedOn === null).length,
    onTime: filings.filter((f) => !f.flagsOnRecord.includes('lateFiling')).length,
    late: filings.filter((f) => f.flagsOnRecord.includes('lateFiling')).length,
    acceptedAtOnce: registered.filter((f) => !underwent(f, 'requestCorrection')).length,
    byMaker: shares(filings, (f) => f.maker.id, (f) => f.maker.shortName),
    byKind: shares(filings, (f) => f.documentKind, (f) => labelIn(kindLabels, f.documentKind)),
    byOutcome: shares(filings.filter((f) => f.outcome !== null), (f) => f.outcome ?? '', (f) => labelIn(conclusions, f.outcome ?? '')),
    byMode: shares(filings, (f) => f.mode, (f) => labelIn(modeLabels, f.mode)),
    flagsByStandard: flags.map((f) => ({ key: f.standard, label: labelIn(standardLabels, f.standard), count: f._count })),
    suggestions: {
      received: await prisma.suggestion.count({ where: suggestionYear }),
      closed: await prisma.suggestion.count({ where: { ...suggestionYear, closedOn: { not: null } } }),
    },
  }
}

const yearsFrom = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, at) => last - at)

const kindLabels = Object.fromEntries(documentKindFacts.map((k) => [k.kind, k.label]))
/** 审查方式 (domain §2.4). */
const modeLabels: Record<string, string> = { exOfficio: '依职权审查', demand: '审查要求', suggestion: '审查建议', transferred: '移送审查', special: '专项审查', joint: '联合审查' }
const labelIn = (labels: Readonly<Record<string, string | undefined>>, key: string): string => labels[key] ?? key

function shares<T>(rows: T[], keyOf: (row: T) => string, labelOf: (row: T) => string): Share[] {
  const counted = new Map<string, Share>()
  for (const row of rows) {
    const key = keyOf(row)
    const share = counted.get(key) ?? { key, label: labelOf(row), count: 0 }
    counted.set(key, { ...share, count: share.count + 1 })
  }
  return [...counted.values()].sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
}
