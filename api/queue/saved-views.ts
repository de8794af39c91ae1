import type { Prisma } from '../../prisma/generated/client.ts'
import { newId } from '../platform/ids.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'

export type SavedViewInput = { page: string; name: string; query: Record<string, string> }
const MOST_VIEWS = 30

/** A person's own views of a list; another person's do not exist for them. */
export async function listSavedViews(options: { services: Services; actor: Actor; page: string }) {
  const rows = await options.services.prisma.savedView.findMany({ where: { personId: options.actor.personId, page: options.page }, orderBy: { createdAt: 'asc' } })
  return rows.map((v) => ({ id: v.id, name: v.name, query: stringsOf(v.query) }))
}

export async function saveView(options: { services: Services; actor: Actor; view: SavedViewInput }): Promise<string> {
  const { services, actor, view } = options
  const own = { personId: actor.personId, page: view.page }
  if ((await services.prisma.savedView.count({ where: own })) >= MOST_VIEWS) throw problem('step-refused', { detail: `最多保存 ${MOST_VIEWS} 个视图，请先删除不用的。` })
  const query = view.query satisfies Prisma.InputJsonObject
  const row = await services.prisma.savedView.upsert({
    where: { personId_page_name: { ...own, name: view.name } },
    create: { id: newId(), ...own, name: view.name, query },
    update: { query },
  })
  return row.id
}

export async function deleteView(options: { services: Services; actor: Actor; viewId: string }): Promise<void> {
  const removed = await options.services.prisma.savedView.deleteMany({ where: { id: options.viewId, personId: options.actor.personId } })
  if (removed.count === 0) throw problem('not-found')
}

const stringsOf = (query: Prisma.JsonValue): Record<string, string> =>
  typeof query === 'object' && query !== null && !Array.isArray(query) ? Object.fromEntries(Object.entries(query).flatMap(([k, v]) => (typeof v === 'string' ? [[k, v]] : []))) : {}
