import { filingProcedure } from '../../../law/procedure/index.ts'
import { peopleServing } from '../../notice/index.ts'
import { fromDateColumnOrNull, toDateColumn } from '../../platform/legal-date.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction } from '../../platform/work/transaction.ts'
import { transition } from '../../procedure/index.ts'
import { checkFiling, factsOfCheck, filesOf } from '../check-filing.ts'
import { filingFor } from '../filing-for.ts'
import { type FilingRow, filingInclude } from '../filing-row.ts'
import { filingForm, filingReport } from '../papers/filing-papers.ts'
import { demoMark, keepPaper } from '../papers/keep-paper.ts'
import { takePaperNumber } from '../papers/paper-number.ts'
import { keepFiledText, readFiledText } from './read-text.ts'

/**
 * Send a filing: the text goes into the library, report and form are made, the number is taken, the receiver's clerks are
 * told. All in one transaction. Late is marked, never refused. Throws `step-refused` (with the right addressee where the
 * line is wrong and nobody confirmed it), `stale-edit`.
 */
export async function submitFiling(options: { services: Services; actor: Actor; filingId: string; revision: number; wrongLineConfirmed: boolean }): Promise<void> {
  const { services, actor, filingId } = options
  const filing = await filingFor({ services, actor, filingId, action: 'draft' })
  const today = services.clock.today()
  const filed = filing.state === 'draft' ? await readFiledText(services, filing) : null
  const clerks = await peopleServing(services, filing.receiverOrganId, 'receptionClerk')
  await inTransaction(services, async (work) => {
    const { tx } = work
    await tx.$queryRaw`SELECT id FROM "Filing" WHERE id = ${filingId}::uuid FOR UPDATE`
    const current = await tx.filing.findUniqueOrThrow({ where: { id: filingId }, include: filingInclude })
    if (current.state === 'draft') {
      if (current.revision !== options.revision) throw problem('stale-edit')
      refuseIncomplete(current)
    }
    const check = await checkFiling({ tx, filing: current, files: await filesOf(tx, current), today })
    if (check.wrongLine && !options.wrongLineConfirmed) {
      const right = check.line.receiver?.organ
      throw problem('step-refused', {
        detail: right == null ? `这份文件按规定不报送${current.receiver.name}。${check.line.note}` : `按规定应当报送${right.name}，不是${current.receiver.name}。${check.line.note}`,
        extra: { rule: 'lineConfirmed', basis: check.line.basis, rightAddressee: right == null ? null : { id: right.id ?? null, name: right.name ?? '' } },
      })
    }
    const filedBy = await tx.organ.findUniqueOrThrow({ where: { id: current.filedByOrganId } })
    const text = current.state !== 'draft' || filed === null ? null : await keepFiledText({ work, filing: current, filed, by: actor.personId, corrects: await flaggedVersion(tx, current) })
    const number = current.state === 'draft' ? await takePaperNumber(tx, { organ: filedBy, register: 'filingReport', today }) : null
    if (number !== null) {
      const common = { services, work, actor, filingId, organId: filedBy.id, recipient: current.receiver }
      const demo = demoMark(services)
      await keepPaper({ ...common, kind: 'filingForm', number: null, content: filingForm({ filing: current, number, filedByName: filedBy.name, ...demo }) })
      await keepPaper({ ...common, kind: 'filingReport', number, content: filingReport({ filing: current, number, filedByName: filedBy.name, today, ...demo }) })
    }
    await transition({
      services, work, actor, filingId, key: 'submit', revision: options.revision, audience: 'maker',
      values: {
        title: current.title, documentNumber: current.documentNo, publishedOn: fromDateColumnOrNull(current.promulgated) ?? '', contact: `${current.contactName ?? ''}${current.contactPhone ?? ''}`,
      },
      facts: { ...factsOfCheck(check), wrongLineConfirmed: options.wrongLineConfirmed },
      changes: {
        submittedAt: services.clock.now(), submittedOn: toDateColumn(today), wrongLineConfirmed: check.wrongLine, filingReportNo: number, formalSettlements: [],
        flagsOnRecord: [...new Set([...current.flagsOnRecord, ...(check.late ? ['lateFiling'] : [])])],
        ...(text === null ? {} : text),
      },
      ...(check.late ? { note: check.findings.find((f) => f.code === 'late')?.message ?? '迟报' } : {}),
    })
    await tellRefiling({ services, work, actor, filing: current })
    for (const personId of clerks) {
      work.notify({
        personId, kind: 'filingSubmitted', title: `${current.maker.name}报送《${current.title}》`, body: `${current.documentNo}，请在形式审查期限内接收登记。${check.late ? '迟报，已注明。' : ''}`,
        link: `/app/receipt/${filingId}`, entity: 'Filing', entityId: filingId, dedupeKey: `submitted:${filingId}:${personId}`,
      })
    }
  })
}

/** What the form must say before anything is numbered; the procedure's row asks the same once more. */
function refuseIncomplete(filing: FilingRow): void {
  const fields = [
    ...(filing.title.trim() === '' ? [{ path: 'title', message: '请填写文件名称。' }] : []),
    ...(filing.documentNo.trim() === '' ? [{ path: 'documentNo', message: '请填写发文字号。' }] : []),
    ...(filing.promulgated === null ? [{ path: 'promulgated', message: '请填写公布日期，报送期限从公布日期起算。' }] : []),
    ...((filing.contactName ?? '') === '' ? [{ path: 'contactName', message: '请填写联系人。' }] : []),
    ...((filing.contactPhone ?? '') === '' ? [{ path: 'contactPhone', message: '请填写联系电话。' }] : []),
  ]
  if (fields.length > 0) throw problem('invalid-input', { fields })
}

type Work = Parameters<Parameters<typeof inTransaction>[1]>[0]

/** The text that a re-filed one corrects. */
const flaggedVersion = async (tx: Work['tx'], filing: FilingRow): Promise<string | null> =>
  filing.supersedesId === null ? null : ((await tx.filing.findUnique({ where: { id: filing.supersedesId }, select: { versionId: true } }))?.versionId ?? null)

/** The case whose text is corrected records that it was filed again, and its reviewer is told. */
async function tellRefiling(options: { services: Services; work: Work; actor: Actor; filing: FilingRow }): Promise<void> {
  const { services, work, actor, filing } = options
  if (filing.supersedesId === null) return
  const old = await work.tx.filing.findUnique({ where: { id: filing.supersedesId }, select: { state: true, reviewerId: true, title: true } })
  if (old === null) return
  const row = filingProcedure.transitions.find((t) => t.key === 'refile')
  if (row?.from.some((s) => s === old.state)) {
    await transition({ services, work, actor, filingId: filing.supersedesId, key: 'refile', revision: null, values: { refiledFiling: filing.id }, audience: 'maker', data: { refiledId: filing.id }, note: `重新报送《${filing.title}》` })
  }
  if (old.reviewerId !== null) {
    work.notify({ personId: old.reviewerId, kind: 'refiled', title: `《${old.title}》已重新报送`, body: '请与标注的问题逐项比对。', link: `/app/refile/${filing.id}`, entity: 'Filing', entityId: filing.id, dedupeKey: `refiled:${filing.id}` })
  }
}
