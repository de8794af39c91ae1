import { countChoice, hearingGroundLabels, hearingOutcomeLabels } from '../../../law/procedure/index.ts'
import { fromDateColumn } from '../../platform/legal-date.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction } from '../../platform/work/transaction.ts'
import { toXlsx } from '../../typesetting/index.ts'
import { whyNotChoose } from './choose-participants.ts'
import { changedAnswers, choicesOf, wishOf } from './hearing-choices.ts'
import { chooseBy, factsOf, hearingFor } from './hearing-ground.ts'
import { hearingTitle } from './hearing-pages.ts'
import { hearingKindOf, hearingPartLabels, hearingPositionLabels } from './hearing-words.ts'

type Asked = { services: Services; actor: Actor; hearingId: string }

/** Who applied, in the order of coming, what was decided on each, and the decisions. Throws `not-found`, `forbidden` for who does not hold the hearing. */
export async function listApplicants(options: Asked) {
  const { services: { prisma, clock }, actor, hearingId } = options
  const hearing = await hearingFor({ tx: prisma, actor, hearingId, act: 'organise' })
  const [rows, choices] = await Promise.all([prisma.hearingApplicant.findMany({ where: { hearingId }, orderBy: { number: 'asc' } }), choicesOf(prisma, hearingId)])
  const wishes = rows.map(wishOf)
  const [last] = choices
  const items = rows.map((row, at) => {
    const { part, side } = wishes[at] ?? wishOf(row)
    const answer = last?.answers.find((a) => a.applicantId === row.id)
    return {
      number: row.number, part: hearingPartLabels[part], name: row.name, telephone: row.telephone, occupation: row.occupation, position: side === null ? '' : hearingPositionLabels[side], statement: row.statement, receivedOn: fromDateColumn(row.receivedOn),
      wish: { part, side }, answer: answer === undefined ? null : { outcome: answer.outcome, ground: answer.ground, note: answer.note },
    }
  })
  const nameOf = (number: number): string => rows.find((row) => row.number === number)?.name ?? ''
  const { heldOn, applyTo } = factsOf(hearing)
  const by = hearing.kind === 'hearing' ? await chooseBy(prisma, { organId: hearing.organId, heldOn }) : null
  const ended = hearing.revokedAt !== null || hearing.cancelledOn !== null
  const refused = ended ? '会议不再举行。' : whyNotChoose({ heldOn, applyTo, applied: hearing.applied }, clock.today())
  const toldBefore = choices.some((c) => c.telling !== null)
  return {
    items,
    choices: choices.map((choice, at) => ({
      id: choice.id, on: choice.on, by: choice.by, balanceReason: choice.balanceReason, lateReason: choice.lateReason, changeReason: choice.changeReason, telling: choice.telling, counts: countChoice(wishes, choice.answers),
      changes: changedAnswers(choice, choices[at + 1]).map(({ number, before, after }) => ({ number, name: nameOf(number), before: before === null ? '' : hearingOutcomeLabels[before], after: hearingOutcomeLabels[after] })),
    })),
    seats: { speak: hearing.participants, observe: hearing.observers },
    /** whether the sides are to be roughly equal */
    balanced: hearing.kind === 'hearing',
    by: by === null ? null : { on: by.on, label: by.label, basis: by.basis, late: clock.today() > by.on && !toldBefore },
    toldBefore,
    blocked: refused,
    may: { choose: refused === null, tell: refused === null && last !== undefined && last.telling === null },
  }
}

/** 报名表 as a spreadsheet. That it was taken out, by whom, is in the audit log (domain notes §7.4 h), and its head says so. */
export async function exportApplicants(options: Asked): Promise<{ name: string; bytes: Uint8Array }> {
  const { services, actor, hearingId } = options
  const { items, choices } = await listApplicants(options)
  const hearing = await inTransaction(services, async (work) => {
    const row = await hearingFor({ tx: work.tx, actor, hearingId, act: 'organise' })
    work.audit({ actor, action: 'hearing.exportApplicants', entity: 'PublicHearing', entityId: hearingId, organId: row.organId, detail: { applicants: items.length } })
    return row
  })
  const title = hearingTitle({ kind: hearingKindOf(hearing.kind), title: hearing.title })
  const [last] = choices
  const standing = last === undefined ? '' : last.telling === null ? `，${last.on} 确定参加人，还没有告知` : `，${last.on} 确定参加人，${last.telling.on} 告知`
  const mark = `${services.settings.demo ? '演示数据　' : ''}${title}报名表${standing}，${actor.name} ${services.clock.today()} 导出；含个人信息，只用于组织这次会议`
  const why = (answer: (typeof items)[number]['answer']): string => (answer === null || answer.ground === null ? '' : `${hearingGroundLabels[answer.ground]}${answer.note === '' ? '' : `：${answer.note}`}`)
  const bytes = await toXlsx({
    sheetName: '报名表', demo: mark,
    columns: [{ title: '序号', width: 6 }, { title: '参加方式', width: 10 }, { title: '姓名', width: 12 }, { title: '电话', width: 18 }, { title: '单位、职业', width: 24 }, { title: '态度', width: 10 }, { title: '主要观点和理由', width: 60 }, { title: '报名日期', width: 12 }, { title: '结果', width: 10 }, { title: '理由', width: 24 }],
    rows: items.map((a) => [a.number, a.part, a.name, a.telephone, a.occupation, a.position, a.statement, a.receivedOn, a.answer === null ? '' : hearingOutcomeLabels[a.answer.outcome], why(a.answer)]),
  })
  return { name: `${title}报名表.xlsx`, bytes }
}
