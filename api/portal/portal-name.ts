import type { PrismaClient } from '../../prisma/generated/client.ts'

/** How the portal calls itself: after the place whose standing committee runs it. Nothing here names a place. */
export type PortalName = { title: string; place: string; committee: string; /** two characters on the seal */ chop: string }

const levels = ['city', 'county', 'province']

/** The standing committee that runs the installation: that of the highest city; without one a county's, a province's. */
export async function portalCommittee(prisma: PrismaClient): Promise<{ id: string; name: string; regionCode: string } | null> {
  const committees = await prisma.organ.findMany({ where: { kind: 'standingCommittee', active: true }, select: { id: true, name: true, level: true, regionCode: true } })
  const rank = (level: string): number => (levels.includes(level) ? levels.indexOf(level) : levels.length)
  return committees.toSorted((a, b) => rank(a.level) - rank(b.level) || (a.regionCode < b.regionCode ? -1 : 1))[0] ?? null
}

/** The names that follow from it; an installation without organs is called by what it does. */
export function portalNameOf(committee: string | null): PortalName {
  const place = committee?.replace(/(?:人民代表大会|人大)?(?:常务委员会|常委会)$/u, '') ?? ''
  const short = place.replace(/(?:市|自治州|自治县|县|区)$/u, '')
  return { title: `${place}法规公开平台`, place, committee: committee ?? '', chop: Array.from(short === '' ? '法规' : short).slice(0, 2).join('') }
}
