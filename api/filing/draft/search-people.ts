import type { Prisma } from '../../../prisma/generated/client.ts'
import { toDateColumn } from '../../platform/legal-date.ts'
import { type Actor, organsWithRole } from '../../platform/policy/actor.ts'
import type { Services } from '../../platform/services.ts'
import { makersFor } from './choices.ts'

const MOST = 12
/** A name has two characters; fewer would list everybody. */
const SHORTEST = 2

/**
 * Persons who can be named as having drafted a document, by part of the name or the beginning of the user name. Without
 * words: those of the organs the clerk files for. Other organs' people are found by at least two characters. Only those
 * who fill in the form may search (filing clerks, and receiving clerks for papers); others find nobody.
 */
export async function searchPeople(options: { services: Services; actor: Actor; words: string }) {
  const { services, actor } = options
  const words = options.words.trim()
  const entersPaper = organsWithRole(actor, 'receptionClerk').length > 0
  if (organsWithRole(actor, 'filingClerk').length === 0 && !entersPaper) return []
  const today = toDateColumn(services.clock.today())
  const serving: Prisma.MembershipWhereInput = { from: { lte: today }, OR: [{ to: null }, { to: { gte: today } }] }
  const own: Prisma.PersonWhereInput = { memberships: { some: { AND: [serving, { organ: makersFor(actor) }] } } }
  const named: Prisma.PersonWhereInput = words === '' ? {} : { OR: [{ name: { contains: words } }, { username: { startsWith: words, mode: 'insensitive' } }] }
  const find = (where: Prisma.PersonWhereInput) =>
    services.prisma.person.findMany({
      where: { AND: [{ disabledAt: null }, named, where] }, orderBy: [{ name: 'asc' }, { username: 'asc' }], take: MOST,
      select: { id: true, name: true, memberships: { where: serving, select: { title: true, organ: { select: { name: true } } }, orderBy: { from: 'asc' } } },
    })
  const mine = await find(own)
  const others = words.length < SHORTEST ? [] : await find({ AND: [{ NOT: own }, { memberships: { some: serving } }] })
  return [...mine, ...others].slice(0, MOST).map((p) => ({
    id: p.id, name: p.name, organs: [...new Set(p.memberships.map((m) => m.organ.name))], title: p.memberships.find((m) => m.title !== null)?.title ?? null,
  }))
}
