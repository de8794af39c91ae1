import { yearOf } from '../../../law/deadline/index.ts'
import { formatRegistrationNumber } from '../../../law/procedure/index.ts'
import { peopleIn, peopleServing } from '../../notice/index.ts'
import { fromDateColumnOrNull, toDateColumn } from '../../platform/legal-date.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { Problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { asPartOfSubmission } from '../../platform/work/submission.ts'
import { inTransaction } from '../../platform/work/transaction.ts'
import { takeNumber, transition } from '../../procedure/index.ts'
import { checkFiling, factsOfCheck, filesOf } from '../check-filing.ts'
import { filingFor } from '../filing-for.ts'
import { filingInclude } from '../filing-row.ts'
import { receiptSheet } from '../papers/filing-papers.ts'
import { demoMark, keepPaper } from '../papers/keep-paper.ts'

/**
 * 接收登记: the case gets its number (one register for each receiving committee and year, without gaps) and the receipt is
 * made, on the same day. A filing that was only sent is received in the same act. Findings that must be dealt with and
 * were not settled hold it back. Throws `step-refused`, `stale-edit`, `forbidden`.
 */
export async function registerFiling(options: { services: Services; actor: Actor; filingId: string; revision: number }): Promise<{ registrationNo: string; revision: number }> {
  const { services, actor, filingId } = options
  const today = services.clock.today()
  const filing = await filingFor({ services, actor, filingId, action: 'receive' })
  const [makers, chiefs] = await Promise.all([peopleIn(services, [filing.makerOrganId, filing.filedByOrganId], 'filingClerk'), peopleServing(services, filing.receiverOrganId, 'reviewChief')])
  return inTransaction(services, async (work) => {
    const { tx } = work
    await tx.$queryRaw`SELECT id FROM "Filing" WHERE id = ${filingId}::uuid FOR UPDATE`
    const current = await tx.filing.findUniqueOrThrow({ where: { id: filingId }, include: filingInclude })
    const receivedOn = fromDateColumnOrNull(current.receivedOn) ?? today
    const check = await checkFiling({ tx, filing: current, files: await filesOf(tx, current), today })
    let { revision } = options
    if (current.state === 'submitted') {
      revision = (await transition({ services, work, actor, filingId, key: 'receive', revision, audience: 'maker', changes: { receivedOn: toDateColumn(today) } })).revision
    }
    const step = { services, work, actor, filingId, key: 'register', revision, audience: 'maker', facts: factsOfCheck(check) } as const
    // the step is judged before a number is taken: a refusal leaves the register as it was
    const taken = await transition({ ...step, changes: { registeredOn: toDateColumn(today), flagsOnRecord: [...new Set([...current.flagsOnRecord, ...(check.late ? ['lateFiling'] : [])])] } })
    const serial = await takeNumber(tx, { organId: current.receiverOrganId, kind: 'registration', year: yearOf(today) })
    const registrationNo = formatRegistrationNumber({ year: yearOf(today), serial })
    await tx.filing.update({ where: { id: filingId }, data: { registrationNo } })
    await keepPaper({
      services, work, actor, filingId, organId: current.receiverOrganId, kind: 'receipt', number: null, recipient: current.maker,
      content: receiptSheet({ filing: current, registrationNo, receivedOn, today, clerk: actor.name, late: check.late, ...demoMark(services) }),
    })
    for (const personId of makers) {
      work.notify({ personId, kind: 'registered', title: `《${current.title}》已登记，${registrationNo}`, body: '回执可以打印。', link: `/app/filing/${filingId}`, entity: 'Filing', entityId: filingId, dedupeKey: `registered:${filingId}:${personId}` })
    }
    for (const personId of chiefs) {
      work.notify({ personId, kind: 'toDistribute', title: `待分送：《${current.title}》`, body: registrationNo, link: `/app/review/${filingId}`, entity: 'Filing', entityId: filingId, dedupeKey: `toDistribute:${filingId}:${personId}` })
    }
    return { registrationNo, revision: taken.revision }
  })
}

export type BatchResult = { id: string; registrationNo: string | null; refused: string | null }

/** Several at once, each in a transaction of its own: what is refused says why and does not hold the others back. */
export async function registerSeveral(options: { services: Services; actor: Actor; filings: { id: string; revision: number }[] }): Promise<BatchResult[]> {
  const results: BatchResult[] = []
  for (const { id, revision } of options.filings) {
    try {
      const done = await asPartOfSubmission(id, () => registerFiling({ services: options.services, actor: options.actor, filingId: id, revision }))
      results.push({ id, registrationNo: done.registrationNo, refused: null })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      results.push({ id, registrationNo: null, refused: error.message })
    }
  }
  return results
}
