import type { HearingGround, HearingOutcome } from '../../../law/procedure/index.ts'
import { fromDateColumn } from '../../platform/legal-date.ts'
import type { Services } from '../../platform/services.ts'
import { isFollowCode } from '../../suggestion/index.ts'
import { choicesOf, wishOf } from './hearing-choices.ts'
import type { HearingPart } from './hearing-words.ts'

export type FollowedApplication = {
  number: number
  part: HearingPart
  receivedOn: string
  /** what the person was told last; null until then */
  told: { on: string; outcome: HearingOutcome; ground: HearingGround | null; note: string; /** what they were told before, where it was another answer */ before: HearingOutcome | null } | null
}

/** An application for who has its number and code; null where they do not belong together, without telling which is wrong. */
export async function followApplication(options: { services: Services; hearingId: string; number: string; followCode: string }): Promise<FollowedApplication | null> {
  const { prisma } = options.services
  const number = /^\d{1,6}$/u.test(options.number.trim()) ? Number(options.number.trim()) : 0
  const row = await prisma.hearingApplicant.findUnique({ where: { hearingId_number: { hearingId: options.hearingId, number } } })
  if (row === null || !isFollowCode(options.followCode, { rowId: row.id, digest: row.accessCodeDigest })) return null
  const told = (await choicesOf(prisma, options.hearingId)).flatMap(({ telling, answers }) => {
    const answer = answers.find((a) => a.applicantId === row.id)
    return telling === null || answer === undefined ? [] : [{ on: telling.on, outcome: answer.outcome, ground: answer.ground, note: answer.note }]
  })
  const [last] = told
  const before = last === undefined ? undefined : told.find((t) => t.outcome !== last.outcome)
  return { number: row.number, part: wishOf(row).part, receivedOn: fromDateColumn(row.receivedOn), told: last === undefined ? null : { ...last, before: before?.outcome ?? null } }
}
