import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { projectFor } from './project-for.ts'
import type { ProjectEdit } from './project-input.ts'

/** What is known of a project beside its steps: who drafts and carries it, the dates that were planned. Throws `stale-edit`, `forbidden`, `invalid-input`. */
export async function editProject(options: { services: Services; actor: Actor; projectId: string; revision: number; edit: ProjectEdit }): Promise<void> {
  const { services, actor, projectId, revision, edit } = options
  const project = await projectFor({ ...options, action: 'manage' })
  await inTransaction(services, async ({ tx, audit }) => {
    const ids = [edit.leadOrganId, edit.committeeOrganId].flatMap((id) => (id === null ? [] : [id]))
    const organs = await tx.organ.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
    const nameOf = (id: string | null, typed: string | null, path: string): string | null => {
      if (id === null) return typed
      const found = organs.find((o) => o.id === id)
      if (found === undefined) throw problem('invalid-input', { fields: [{ path, message: '没有这个单位，请重新选择。' }] })
      return found.name
    }
    for (const [stage, { from, to }] of Object.entries(edit.planned)) {
      if (from !== null && to !== null && from > to) throw problem('invalid-input', { fields: [{ path: `planned.${stage}`, message: '计划的起始日期晚于结束日期。' }] })
    }
    const hit = await tx.project.updateMany({
      where: { id: projectId, revision },
      data: { ...edit, leadOrgan: nameOf(edit.leadOrganId, edit.leadOrgan, 'leadOrganId'), committee: nameOf(edit.committeeOrganId, edit.committee, 'committeeOrganId'), revision: { increment: 1 } },
    })
    if (hit.count === 0) throw problem('stale-edit')
    audit({ actor, action: 'project.edit', entity: 'Project', entityId: projectId, organId: project.organId, detail: { title: edit.title, partyGate: edit.partyGate } })
  })
}
