import { ALIGNMENT_VERSION, compareThree } from '../../../law/compare/index.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { standingOn } from '../in-force.ts'
import { keepsLibrary, libraryPolicy, worksForCommittee } from '../policy.ts'
import { presentVersion, readableLine, textOf } from '../read-work.ts'
import { alignPair, comparePair } from './align-pair.ts'

type Asked = { services: Services; actor: Actor }

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

/** A version that the person may read, by its address in the library (`key:date`) or its id. Throws `not-found`. */
export async function addressedVersion(options: Asked & { address: string }) {
  const { services, actor, address } = options
  const at = address.indexOf(':')
  const which = UUID.test(address) ? { id: address } : { work: { key: address.slice(0, at) }, dateKey: address.slice(at + 1) }
  const version = await services.prisma.version.findFirst({ where: { ...which, AND: libraryPolicy.scope(actor, 'read') }, select: { id: true, dateKey: true, workId: true, work: { select: { key: true } } } })
  if (version === null) throw problem('not-found')
  return version
}

const orderDate = (version: { effectiveFrom: string | null; promulgated: string | null; adopted: string | null }): string => version.effectiveFrom ?? version.promulgated ?? version.adopted ?? ''

/** One side of a comparison: its version, and the others of its work to choose from. */
async function sideOf(options: Asked & { address: string }) {
  const { services, actor } = options
  const { id, work } = await addressedVersion(options)
  const line = await readableLine({ services, actor, workKey: work.key })
  const today = services.clock.today()
  const versions = line.versions.map((version, at) => {
    const dates = line.dates[at]
    return { ...presentVersion(version, dates === undefined ? 'unknown' : standingOn(dates, line.dates, today)), id: version.id, address: `${version.work.key}:${version.dateKey}` }
  })
  // a text whose date of effect is not known stands where it was adopted: the older text is the old one
  versions.sort((a, b) => (orderDate(a) < orderDate(b) ? -1 : orderDate(a) > orderDate(b) ? 1 : 0))
  const version = versions.find((one) => one.id === id)
  if (version === undefined) throw problem('not-found')
  return { version, side: { ...version, versions } }
}

/** Any two versions that the person may read, of one work or of two, article by article. Throws `not-found`. */
export async function compareVersions(options: Asked & { from: string; to: string }) {
  const { services, actor } = options
  const [from, to] = await Promise.all([sideOf({ services, actor, address: options.from }), sideOf({ services, actor, address: options.to })])
  const [before, after] = await Promise.all([textOf(services, from.version.id), textOf(services, to.version.id)])
  const compared = await comparePair({ tx: services.prisma, from: { id: from.version.id, text: before }, to: { id: to.version.id, text: after } })
  // who of a committee said it is the committees' own matter
  const corrections = worksForCommittee(actor) ? compared.corrections : compared.corrections.map((one) => ({ ...one, byName: '', note: null, undone: one.undone === null ? null : { ...one.undone, byName: '' } }))
  return { from: from.side, to: to.side, ...compared, corrections, algorithmNow: ALIGNMENT_VERSION, mayCorrect: keepsLibrary(actor) && from.version.id !== to.version.id }
}

/** Three texts article by article, through the second one (现行, 一审稿, 二审稿). Throws `not-found`. */
export async function compareThreeVersions(options: Asked & { from: string; middle: string; to: string }) {
  const { services, actor } = options
  const sides = await Promise.all([options.from, options.middle, options.to].map(async (address) => {
    const { side } = await sideOf({ services, actor, address })
    return { side, id: side.id, text: await textOf(services, side.id) }
  }))
  const [from, middle, to] = sides
  if (from === undefined || middle === undefined || to === undefined) throw problem('not-found')
  const [ab, bc] = await Promise.all([alignPair({ tx: services.prisma, from, to: middle }), alignPair({ tx: services.prisma, from: middle, to })])
  return {
    from: from.side, middle: middle.side, to: to.side, algorithms: [ab.algorithm, bc.algorithm],
    comparison: compareThree(from.text, middle.text, to.text, { ab: ab.alignment, bc: bc.alignment }),
  }
}
