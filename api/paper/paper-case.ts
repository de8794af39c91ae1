import { z } from 'zod'
import { type FlagKind, flagCodes, flagKind, standards, type Standard } from '../../law/procedure/index.ts'
import { shanghaiDate } from '../platform/config/clock.ts'
import { fromDateColumn, fromDateColumnOrNull } from '../platform/legal-date.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import type { IssuingOrgans } from './paper-number.ts'

/** A flag as a paper tells it. */
export type PaperFlag = {
  id: string
  number: number
  state: string
  standard: Standard
  kind: FlagKind
  articleLabel: string
  quote: string
  superior: { title: string; label: string; quote: string; versionDate: string | null; unverified: boolean } | null
  judgedOn: string
  reason: string
  suggestion: string
}

/** A case as papers tell it. */
export type PaperCase = {
  id: string
  state: string
  title: string
  documentNo: string
  registrationNo: string | null
  makerOrganId: string
  makerName: string
  promulgated: string | null
  receivedOn: string | null
  registeredOn: string | null
  distributedOn: string | null
  organs: IssuingOrgans
  office: string | null
  superiorCommittee: { id: string; name: string } | null
  contacts: { on: string; method: string; attendees: string; summary: string; result: string | null }[]
  committees: { name: string; answer: string | null }[]
  issued: { kind: string; number: string | null; issuedOn: string | null }[]
  replies: { on: string; position: string; text: string }[]
  ticks: { standard: string; result: string; byName: string; note: string | null }[]
  reviewerName: string | null
}

const quoteSchema = z.object({ exact: z.string() })

/** Flags by id in the order of their numbers; those of other cases are not found. */
export async function paperFlags(tx: Transaction, filingId: string, ids: readonly string[] | 'all'): Promise<PaperFlag[]> {
  const rows = await tx.reviewFlag.findMany({ where: { filingId, ...(ids === 'all' ? {} : { id: { in: [...ids] } }) }, orderBy: { number: 'asc' } })
  if (ids !== 'all' && rows.length !== new Set(ids).size) throw problem('invalid-input', { fields: [{ path: 'flagIds', message: '选的标注不是这一件的，请重新选择。' }] })
  const versions = await tx.version.findMany({ where: { id: { in: rows.flatMap((r) => (r.superiorVersionId === null ? [] : [r.superiorVersionId])) } }, select: { id: true, title: true, effectiveFrom: true } })
  return rows.map((row) => {
    const version = versions.find((v) => v.id === row.superiorVersionId)
    const title = version?.title ?? row.superiorTitle ?? ''
    return {
      id: row.id, number: row.number, state: row.state, standard: z.enum(standards).parse(row.standard), kind: flagKind(z.enum(flagCodes).parse(row.code)), articleLabel: row.articleLabel,
      quote: quoteSchema.parse(row.quote).exact, judgedOn: fromDateColumn(row.judgedOn), reason: row.reason, suggestion: row.suggestion,
      superior: title === '' && row.superiorQuote === null ? null : {
        title, label: row.superiorLabel ?? '', quote: row.superiorQuote ?? '', unverified: row.superiorUnverified, versionDate: fromDateColumnOrNull(version?.effectiveFrom ?? null),
      },
    }
  })
}

/** 法工委 and office of the committee, found by its region. */
export async function issuingOrgans(tx: Transaction, committeeId: string): Promise<IssuingOrgans & { office: string | null; superior: { id: string; name: string } | null }> {
  const committee = await tx.organ.findUniqueOrThrow({ where: { id: committeeId } })
  const near = await tx.organ.findMany({ where: { regionCode: committee.regionCode, kind: { in: ['legalAffairsCommission', 'generalOffice'] }, active: true } })
  const [level, above] = committee.level === 'city' ? ['province', `${committee.regionCode.slice(0, 2)}0000`] : ['city', `${committee.regionCode.slice(0, 4)}00`]
  const superior = committee.level === 'province' ? null : await tx.organ.findFirst({ where: { kind: 'standingCommittee', level, regionCode: above, active: true }, select: { id: true, name: true } })
  const coded = (o: { id: string; kind: string; name: string; documentCode: string | null }) => ({ id: o.id, kind: o.kind, name: o.name, documentCode: o.documentCode })
  const commission = near.find((o) => o.kind === 'legalAffairsCommission')
  return { committee: coded(committee), commission: commission === undefined ? null : coded(commission), office: near.find((o) => o.kind === 'generalOffice')?.name ?? null, superior }
}

/** What papers tell of a case. Throws `not-found`. */
export async function paperCase(tx: Transaction, filingId: string): Promise<PaperCase> {
  const filing = await tx.filing.findUnique({
    where: { id: filingId },
    include: {
      maker: { select: { name: true } },
      contacts: { orderBy: { on: 'asc' } },
      tasks: { where: { kind: 'committeeOpinion' } },
      papers: { where: { state: 'issued' }, orderBy: { createdAt: 'asc' }, select: { kind: true, number: true, issuedOn: true } },
      replies: { orderBy: { id: 'asc' } },
      ticks: true,
    },
  })
  if (filing === null) throw problem('not-found')
  const { office, superior, ...organs } = await issuingOrgans(tx, filing.receiverOrganId)
  const committees = await tx.organ.findMany({ where: { id: { in: filing.tasks.flatMap((t) => (t.assigneeOrganId === null ? [] : [t.assigneeOrganId])) } }, select: { id: true, name: true } })
  const reviewer = filing.reviewerId === null ? null : await tx.person.findUnique({ where: { id: filing.reviewerId }, select: { name: true } })
  return {
    id: filing.id, state: filing.state, title: filing.title, documentNo: filing.documentNo, registrationNo: filing.registrationNo, makerOrganId: filing.makerOrganId, makerName: filing.maker.name,
    promulgated: fromDateColumnOrNull(filing.promulgated), receivedOn: fromDateColumnOrNull(filing.receivedOn), registeredOn: fromDateColumnOrNull(filing.registeredOn), distributedOn: fromDateColumnOrNull(filing.distributedOn),
    organs, office, superiorCommittee: superior,
    contacts: filing.contacts.map((c) => ({ on: fromDateColumn(c.on), method: c.method, attendees: c.attendees, summary: c.summary, result: c.result })),
    committees: filing.tasks.map((t) => ({ name: committees.find((o) => o.id === t.assigneeOrganId)?.name ?? '', answer: t.answer })),
    issued: filing.papers.map((p) => ({ kind: p.kind, number: p.number, issuedOn: fromDateColumnOrNull(p.issuedOn) })),
    replies: filing.replies.map((r) => ({ on: shanghaiDate(r.repliedAt), position: r.position, text: r.text })),
    ticks: filing.ticks.map((t) => ({ standard: t.standard, result: t.result, byName: t.byName, note: t.note })),
    reviewerName: reviewer?.name ?? null,
  }
}
