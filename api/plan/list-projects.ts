import type { Actor } from '../platform/policy/actor.ts'
import { Problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import type { Work } from '../platform/work/transaction.ts'
import { moveProject } from '../procedure/index.ts'
import type { PlanRow } from './plan-for.ts'

/**
 * Adopting a plan lists the projects of its items (列入规划、计划), so that nobody enters it twice. A project that is not
 * ready for it stays where it is and is listed later by its own step: what it lacks is said there.
 */
export async function listProjects(options: { services: Services; work: Work; actor: Actor; plan: PlanRow; adoptedOn: string; adoptedBy: string }): Promise<void> {
  const { services, work, actor, plan, adoptedOn, adoptedBy } = options
  for (const item of plan.items) {
    if (item.project?.state !== 'projectAppraised' || item.endedById !== null) continue
    try {
      await moveProject({ services, work, actor, projectId: item.project.id, key: 'list', revision: null, on: adoptedOn, note: `${adoptedBy}通过《${plan.title}》`, data: { planId: plan.id } })
    } catch (refused) {
      // judged before anything is written: the plan's own adoption stands
      if (!(refused instanceof Problem) || (refused.code !== 'step-refused' && refused.code !== 'forbidden')) throw refused
    }
  }
}
