import { fromDateColumn } from '../../platform/legal-date.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction } from '../../platform/work/transaction.ts'
import { toXlsx } from '../../typesetting/index.ts'
import { hearingFor } from './hearing-ground.ts'
import { hearingTitle } from './hearing-pages.ts'
import { hearingKindOf, hearingPartLabels, hearingParts, hearingPositionLabels, hearingPositions } from './hearing-words.ts'

export type Applicant = { number: number; part: string; name: string; telephone: string; occupation: string; position: string; statement: string; receivedOn: string }

/** Who applied, in the order of coming. Throws `not-found`, `forbidden` for who does not hold the hearing. */
export async function listApplicants(options: { services: Services; actor: Actor; hearingId: string }): Promise<Applicant[]> {
  const { prisma } = options.services
  await hearingFor({ tx: prisma, actor: options.actor, hearingId: options.hearingId, act: 'organise' })
  const rows = await prisma.hearingApplicant.findMany({ where: { hearingId: options.hearingId }, orderBy: { number: 'asc' } })
  return rows.map((row) => {
    const part = hearingParts.find((key) => key === row.part)
    const position = hearingPositions.find((key) => key === row.position)
    return {
      number: row.number, part: part === undefined ? row.part : hearingPartLabels[part], name: row.name, telephone: row.telephone, occupation: row.occupation, position: position === undefined ? '' : hearingPositionLabels[position], statement: row.statement, receivedOn: fromDateColumn(row.receivedOn),
    }
  })
}

/** 报名表 as a spreadsheet. That it was taken out, by whom, is in the audit log (domain notes §7.4 h), and its head says so. */
export async function exportApplicants(options: { services: Services; actor: Actor; hearingId: string }): Promise<{ name: string; bytes: Uint8Array }> {
  const { services, actor, hearingId } = options
  const applicants = await listApplicants(options)
  const hearing = await inTransaction(services, async (work) => {
    const row = await hearingFor({ tx: work.tx, actor, hearingId, act: 'organise' })
    work.audit({ actor, action: 'hearing.exportApplicants', entity: 'PublicHearing', entityId: hearingId, organId: row.organId, detail: { applicants: applicants.length } })
    return row
  })
  const title = hearingTitle({ kind: hearingKindOf(hearing.kind), title: hearing.title })
  const mark = `${services.settings.demo ? '演示数据　' : ''}${title}报名表，${actor.name} ${services.clock.today()} 导出；含个人信息，只用于组织这次会议`
  const bytes = await toXlsx({
    sheetName: '报名表', demo: mark,
    columns: [{ title: '序号', width: 6 }, { title: '参加方式', width: 10 }, { title: '姓名', width: 12 }, { title: '电话', width: 18 }, { title: '单位、职业', width: 24 }, { title: '态度', width: 10 }, { title: '主要观点和理由', width: 60 }, { title: '报名日期', width: 12 }],
    rows: applicants.map((a) => [a.number, a.part, a.name, a.telephone, a.occupation, a.position, a.statement, a.receivedOn]),
  })
  return { name: `${title}报名表.xlsx`, bytes }
}
