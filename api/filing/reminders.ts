import { addDays, compareDates, reminderDates } from '../../law/deadline/index.ts'
import { documentKinds } from '../../law/procedure/index.ts'
import { z } from 'zod'
import { ruleInForce } from '../deadline/index.ts'
import { peopleIn } from '../notice/index.ts'
import type { RecurringJob } from '../platform/jobs/index.ts'
import { fromDateColumn, toDateColumn } from '../platform/legal-date.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type NoticeDraft } from '../platform/work/transaction.ts'
import { transition } from '../procedure/index.ts'
import { filingDeadline, lineOf } from './filing-due.ts'
import { unfiledDocuments } from './ledger/unfiled-documents.ts'
import { organRef } from './organ-refs.ts'

type Unfiled = { key: string; title: string; link: string; people: string[]; promulgated: string; dueOn: string; remaining: string; ruleKey: string; receiverOrganId: string }

/** Drafts whose document was promulgated, with who works on them. */
async function dueDrafts(services: Services): Promise<Unfiled[]> {
  const tx = services.prisma
  const today = services.clock.today()
  const drafts = await tx.filing.findMany({ where: { state: 'draft', onPaper: false, promulgated: { not: null, lte: toDateColumn(today) } }, include: { maker: true } })
  const found: Unfiled[] = []
  for (const draft of drafts) {
    if (draft.promulgated === null) continue
    const promulgated = fromDateColumn(draft.promulgated)
    const line = await lineOf(tx, { maker: organRef(draft.maker), documentKind: z.enum(documentKinds).parse(draft.documentKind) })
    const deadline = await filingDeadline(tx, { line, receiverOrganId: draft.receiverOrganId, promulgated, today })
    if (deadline?.dueOn == null || deadline.remaining === null) continue
    const people = await peopleIn(services, [draft.filedByOrganId], 'filingClerk')
    found.push({ key: draft.id, title: draft.title === '' ? draft.documentNo : draft.title, link: `/app/filing/${draft.id}`, people, promulgated, dueOn: deadline.dueOn, remaining: deadline.remaining.text, ruleKey: deadline.key, receiverOrganId: draft.receiverOrganId })
  }
  return found
}

/** Documents that the library knows of and nobody has begun to file. */
async function dueDocuments(services: Services): Promise<Unfiled[]> {
  const tx = services.prisma
  const organs = await tx.organ.findMany({ where: { active: true, memberships: { some: { role: 'filingClerk' } } }, select: { id: true } })
  const documents = await unfiledDocuments(tx, { organIds: organs.map((o) => o.id), today: services.clock.today() })
  const found: Unfiled[] = []
  for (const d of documents) {
    if (d.dueOn === null || d.remaining === null) continue
    found.push({ key: d.versionId, title: d.title, link: '/app/ledger', people: await peopleIn(services, [d.organId], 'filingClerk'), promulgated: d.promulgated, dueOn: d.dueOn, remaining: d.remaining, ruleKey: 'filing.other', receiverOrganId: d.organId })
  }
  return found
}

/**
 * Reminders before the thirty days run out, on the days that the rule names and on the first day late. Each is a notice
 * that is logged; its key is the document and the day, so that none is sent twice. Returns how many were due today.
 */
export async function remindFilings(services: Services): Promise<number> {
  const today = services.clock.today()
  const notices: NoticeDraft[] = []
  for (const unfiled of [...(await dueDrafts(services)), ...(await dueDocuments(services))]) {
    const rule = await ruleInForce(services.prisma, { organId: unfiled.receiverOrganId, key: unfiled.ruleKey })
    const days = [...reminderDates({ rule, due: unfiled.dueOn, from: unfiled.promulgated }), addDays(unfiled.dueOn, 1)]
    const latest = days.filter((d) => compareDates(d, today) <= 0).at(-1)
    if (latest === undefined) continue
    for (const personId of unfiled.people) {
      notices.push({
        personId, kind: compareDates(unfiled.dueOn, today) < 0 ? 'overdue' : 'deadline', title: `报备${unfiled.remaining}：《${unfiled.title}》`, body: `${unfiled.promulgated} 公布，${unfiled.dueOn} 前报送。${rule.basis}。`,
        link: unfiled.link, entity: 'Filing', entityId: unfiled.key, dedupeKey: `filing-due:${unfiled.key}:${latest}:${personId}`,
      })
    }
  }
  if (notices.length > 0) await inTransaction(services, async (work) => notices.forEach((n) => work.notify(n)))
  return notices.length
}

/** Corrections whose period has run out become 补正逾期; the late-filing clock starts. Returns how many. */
export async function markOverdueCorrections(services: Services): Promise<number> {
  const today = services.clock.today()
  const late = await services.prisma.filing.findMany({
    where: { state: 'pendingCorrection', clocks: { some: { key: 'correction', state: 'running', dueOn: { lt: toDateColumn(today) } } } }, select: { id: true, title: true, filedByOrganId: true, makerOrganId: true },
  })
  for (const filing of late) {
    const makers = await peopleIn(services, [filing.filedByOrganId, filing.makerOrganId], 'filingClerk')
    await inTransaction(services, async (work) => {
      await transition({ services, work, actor: 'system', filingId: filing.id, key: 'overdue', revision: null, audience: 'maker', note: '补正期限已过。' })
      for (const personId of makers) {
        work.notify({ personId, kind: 'overdue', title: `补正逾期：《${filing.title}》`, body: '请尽快补正；逾期不报的，可能通报。', link: `/app/filing/${filing.id}`, entity: 'Filing', entityId: filing.id, dedupeKey: `correction-overdue:${filing.id}:${today}:${personId}` })
      }
    })
  }
  return late.length
}

export const filingReminderJob: RecurringJob = { name: 'remindFilings', cron: '10 * * * *', run: (services) => remindFilings(services).then(() => undefined) }
export const overdueCorrectionJob: RecurringJob = { name: 'markOverdueCorrections', cron: '15 * * * *', run: (services) => markOverdueCorrections(services).then(() => undefined) }
