import { dueDate, ruleStanding } from '../../../law/deadline/index.ts'
import { ruleInForce, workCalendar } from '../../deadline/index.ts'
import { filingToEdit } from '../draft/filing-to-edit.ts'
import { keepFiledText, readFiledText } from '../draft/read-text.ts'
import { peopleIn, peopleServing } from '../../notice/index.ts'
import { toDateColumn } from '../../platform/legal-date.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction, type Work } from '../../platform/work/transaction.ts'
import { transition } from '../../procedure/index.ts'
import { filingFor } from '../filing-for.ts'
import { type FilingRow, filingInclude } from '../filing-row.ts'
import { correctionNotice, returnNotice } from '../papers/filing-papers.ts'
import { demoMark, keepPaper } from '../papers/keep-paper.ts'
import { takePaperNumber } from '../papers/paper-number.ts'

type Step = { services: Services; actor: Actor; filingId: string; revision: number }

/** What every act of the clerk on a package begins with: the row locked, received first where it was only sent. */
async function takenIn(step: Step & { work: Work }): Promise<{ filing: FilingRow; revision: number }> {
  const { work, filingId, services } = step
  await work.tx.$queryRaw`SELECT id FROM "Filing" WHERE id = ${filingId}::uuid FOR UPDATE`
  const filing = await work.tx.filing.findUniqueOrThrow({ where: { id: filingId }, include: filingInclude })
  if (filing.state !== 'submitted') return { filing, revision: step.revision }
  const taken = await transition({ ...step, key: 'receive', audience: 'maker', changes: { receivedOn: toDateColumn(services.clock.today()) } })
  return { filing, revision: taken.revision }
}

/** 退回补正: the items, the period of the rule in force, the notice as a paper, and the maker told. */
export async function requestCorrection(options: Step & { items: string[] }): Promise<void> {
  const { services, actor, filingId } = options
  const today = services.clock.today()
  const items = options.items.map((i) => i.trim()).filter((i) => i !== '')
  if (items.length === 0) throw problem('invalid-input', { fields: [{ path: 'items', message: '请写明要补正的事项，每行一项。' }] })
  const seen = await filingFor({ services, actor, filingId, action: 'receive' })
  const makers = await peopleIn(services, [seen.makerOrganId, seen.filedByOrganId], 'filingClerk')
  await inTransaction(services, async (work) => {
    const { tx } = work
    const { filing, revision } = await takenIn({ ...options, work })
    const rule = await ruleInForce(tx, { organId: filing.receiverOrganId, key: 'correction' })
    const { due } = dueDate({ rule, start: today, calendar: await workCalendar(tx) })
    await transition({ services, work, actor, filingId, key: 'requestCorrection', revision, values: { correctionItems: items.join('\n') }, audience: 'maker', note: items.join('；'), data: { items } })
    const number = await takePaperNumber(tx, { organ: filing.receiver, register: 'correctionNotice', today })
    await keepPaper({
      services, work, actor, filingId, organId: filing.receiverOrganId, kind: 'correctionNotice', number, recipient: filing.maker, replyDueOn: due,
      content: correctionNotice({ filing, number, today, clerk: actor.name, items, dueOn: due, dueRule: `${rule.basis}，${ruleStanding(rule)}`, ...demoMark(services) }),
    })
    for (const personId of makers) {
      work.notify({ personId, kind: 'correction', title: `请补正：《${filing.title}》`, body: `${items.join('；')}。请于 ${due} 前补正。`, link: `/app/filing/${filingId}`, entity: 'Filing', entityId: filingId })
    }
  })
}

/** 提交补正: the corrected package comes back; a changed text becomes a version that corrects the first. */
export async function resubmitCorrection(options: Step & { note?: string }): Promise<void> {
  const { services, actor, filingId, revision } = options
  const filing = await filingToEdit({ services, actor, filingId })
  const filed = await readFiledText(services, filing)
  const clerks = await peopleServing(services, filing.receiverOrganId, 'receptionClerk')
  await inTransaction(services, async (work) => {
    const { tx } = work
    await tx.$queryRaw`SELECT id FROM "Filing" WHERE id = ${filingId}::uuid FOR UPDATE`
    const current = await tx.filing.findUniqueOrThrow({ where: { id: filingId }, include: filingInclude })
    const inCorrection = current.state === 'pendingCorrection' || current.state === 'overdueCorrection'
    const text = !inCorrection || filed === null ? null : await keepFiledText({ work, filing: current, filed, by: actor.personId, corrects: current.versionId })
    await transition({
      services, work, actor, filingId, key: 'resubmitCorrection', revision, audience: 'maker', ...(options.note === undefined ? {} : { note: options.note }),
      changes: { formalSettlements: [], ...(text === null ? {} : { versionId: text.versionId }) },
    })
    for (const personId of clerks) {
      work.notify({ personId, kind: 'corrected', title: `已补正：《${current.title}》`, body: options.note ?? '请再次进行形式审查。', link: `/app/receipt/${filingId}`, entity: 'Filing', entityId: filingId })
    }
  })
}

/** 不属于备案范围，退回: with the reason and, where it is known, the organ to which the document belongs. */
export async function returnFiling(options: Step & { reason: string; rightAddressee?: string }): Promise<void> {
  const { services, actor, filingId } = options
  const today = services.clock.today()
  const reason = options.reason.trim()
  if (reason === '') throw problem('invalid-input', { fields: [{ path: 'reason', message: '请写明不属于备案范围的理由。' }] })
  const rightAddressee = (options.rightAddressee ?? '').trim() === '' ? null : (options.rightAddressee ?? '').trim()
  const seen = await filingFor({ services, actor, filingId, action: 'receive' })
  const makers = await peopleIn(services, [seen.makerOrganId, seen.filedByOrganId], 'filingClerk')
  await inTransaction(services, async (work) => {
    const { tx } = work
    const { filing, revision } = await takenIn({ ...options, work })
    await transition({ services, work, actor, filingId, key: 'returnOutOfScope', revision, values: { reason }, audience: 'maker', note: `${reason}${rightAddressee === null ? '' : `　请向${rightAddressee}报送。`}`, data: { rightAddressee } })
    const number = await takePaperNumber(tx, { organ: filing.receiver, register: 'returnNotice', today })
    await keepPaper({
      services, work, actor, filingId, organId: filing.receiverOrganId, kind: 'returnNotice', number, recipient: filing.maker,
      content: returnNotice({ filing, number, today, clerk: actor.name, reason, rightAddressee, ...demoMark(services) }),
    })
    for (const personId of makers) {
      work.notify({ personId, kind: 'returned', title: `已退回：《${filing.title}》`, body: `${reason}${rightAddressee === null ? '' : `请向${rightAddressee}报送。`}`, link: `/app/filing/${filingId}`, entity: 'Filing', entityId: filingId })
    }
  })
}
