import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import type { TodayWaiting } from './today-schema.ts'
import { openToday, type TodayView } from './today-view.ts'
import { type Waiting, waitingFor } from './waiting.ts'

const reminderKey = (today: string, key: string, personId: string): string => `nudge:${today}:${key}:${personId}`

/** 催一下: tell those whom this person waits for. Each is told once a day, whoever asks; the audit chain keeps it. */
export async function remindOthers(options: { services: Services; actor: Actor; key: string }): Promise<{ told: number; who: string }> {
  const { services, actor, key } = options
  const view = await openToday({ services, actor })
  const waiting = (await waitingFor(view)).find((w) => w.key === key)
  if (waiting === undefined) throw problem('not-found')
  if (waiting.recipients.length === 0) throw problem('step-refused', { detail: '对方没有可以收消息的人，请电话联系。' })
  const [marked] = await markReminded(view, [waiting])
  if (marked?.remindedToday === true) throw problem('already-done', { detail: '今天已经催过，请明天再催，或者电话联系。' })
  await inTransaction(services, async (work) => {
    for (const personId of waiting.recipients) {
      work.notify({
        personId, kind: 'nudge', title: `${actor.name}催办：${waiting.title}`, body: `请${waiting.what}。${limitWords(waiting)}`, link: `/app${waiting.linkFor}`, entity: waiting.about?.entity ?? 'Filing', entityId: waiting.about?.id ?? waiting.filingId, dedupeKey: reminderKey(view.today, key, personId),
      })
    }
    work.audit({ actor, action: 'today.remind', entity: 'Waiting', entityId: key, detail: { told: waiting.recipients.length } })
  })
  return { told: waiting.recipients.length, who: waiting.who }
}

const limitWords = (waiting: Waiting): string => (waiting.deadline?.dueOn == null ? (waiting.until === null ? '' : `${waiting.until} 前完成。`) : `${waiting.deadline.dueOn} 到期。`)

/** The same for a screen: without the people's ids, and whether they were told today. */
export async function markReminded(view: TodayView, waiting: readonly Waiting[]): Promise<TodayWaiting[]> {
  const keys = waiting.flatMap((w) => w.recipients.map((personId) => reminderKey(view.today, w.key, personId)))
  const sent = new Set((await view.services.prisma.notice.findMany({ where: { dedupeKey: { in: keys } }, select: { dedupeKey: true } })).map((n) => n.dedupeKey))
  return waiting.map(({ recipients, ...w }) => ({
    key: w.key, title: w.title, who: w.who, what: w.what, since: w.since, waitedDays: w.waitedDays, deadline: w.deadline, until: w.until, link: w.link, mayRemind: recipients.length > 0, remindedToday: recipients.length > 0 && recipients.every((personId) => sent.has(reminderKey(view.today, w.key, personId))),
  }))
}
