import type { WorkCalendar } from '../../law/deadline/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { type DeadlineView, presentDeadline, workCalendar } from '../deadline/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'

/** Whose today it is, and what day. */
export type TodayView = { services: Services; actor: Actor; today: string; calendar: WorkCalendar }

export async function openToday(options: { services: Services; actor: Actor }): Promise<TodayView> {
  return { ...options, today: options.services.clock.today(), calendar: await workCalendar(options.services.prisma) }
}

/** What a case is shown from. */
export const caseInclude = {
  maker: { select: { shortName: true } },
  clocks: { where: { state: { in: ['running', 'suspended'] }, taskId: null, paperId: null } },
} as const satisfies Prisma.FilingInclude
export type CaseRow = Prisma.FilingGetPayload<{ include: typeof caseInclude }>

/** The running clock that the case is due by. */
export function deadlineOf(view: TodayView, filing: CaseRow): DeadlineView | null {
  const clock = filing.clocks.find((c) => c.state === 'running' && c.key === filing.dueKey)
  return clock === undefined ? null : presentDeadline(clock, view)
}

/** 制定机关　发文字号, as far as they are known. */
export const detailOf = (filing: { maker: { shortName: string }; documentNo: string }): string => [filing.maker.shortName, filing.documentNo].filter((part) => part !== '').join('　')

export async function personNames(view: TodayView, ids: readonly string[]): Promise<string> {
  const people = await view.services.prisma.person.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { name: true }, orderBy: { username: 'asc' } })
  return people.map((p) => p.name).join('、')
}
