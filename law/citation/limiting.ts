import { type BurdenKind, type CalledGround, type DocumentForm, type Ground, groundsFor } from './burdens.ts'
import { titleKey } from './law-names.ts'

/** What is needed of a superior article to weigh it as a limit. */
export type LimitingArticle = { workId: string; workTitle: string; text: string; rank?: number }

/** Articles that say each ground, found once for a set of provisions. */
export type GroundHolders = Map<Ground, readonly number[]>

/** `further`: its burdens are limited by provisions before it too */
export type Limit = { at: number; limits: BurdenKind[]; score: number; further: boolean }

const MOST_LIMITS = 6
const MOST_A_GROUND = 4
/** Below this a provision only says again what those before it said. */
const LEAST_VALUE = 0.1
const LOWEST_RANK = 9
const BASE_QUALITY = 0.3
const RANK_SHARE = 0.4
const BASIS_SHARE = 0.3
const LIKENESS_SHARE = 0.5
/** whether the document may do it at all is asked before how it does it */
const POWER_WEIGHT = 1
const SPECIFIC_WEIGHT = 0.85
const GENERAL_WEIGHT = 0.75
/** what a provision gains by each further burden that it limits */
const FURTHER_BURDEN = 0.3
/** what is left of a ground when a provision that says it was taken, of the other grounds of its burden, and of the same work on it */
const LEFT_OF_GROUND = 0.25
const LEFT_OF_BURDEN = 0.8
const LEFT_OF_WORK = 0.8

/**
 * The provisions that limit the burdens of an article, the most telling first: each one taken is the one that says most of
 * what none before it said, so that two provisions of one law on the same do not keep out the rule of another law.
 */
export function limitingArticles(options: {
  words: string
  form: DocumentForm
  likeness: ReadonlyMap<number, number>
  articles: readonly LimitingArticle[]
  holders: GroundHolders
}): Limit[] {
  const { words, form, likeness, articles, holders } = options
  const grounds = groundsFor(words, form).map((one) => ({ ...one, left: weightOf(one) }))
  const says = new Map<number, { ground: (typeof grounds)[number]; quality: number }[]>()
  for (const ground of grounds) {
    for (const { at, quality } of bestOf(ground, articles, holders, likeness)) says.set(at, [...(says.get(at) ?? []), { ground, quality }])
  }
  const keyOf = (at: number, kind: BurdenKind): string => `${articles[at]?.workId} ${kind}`
  const taken: Limit[] = []
  const spoken = new Set<string>()
  while (taken.length < MOST_LIMITS && says.size > 0) {
    const [first] = [...says]
      .map(([at, said]) => ({ at, said, value: valueOf(said) * (said.some(({ ground }) => spoken.has(keyOf(at, ground.kind))) ? LEFT_OF_WORK : 1) }))
      .sort((x, y) => y.value - x.value || x.at - y.at)
    if (first === undefined || first.value < LEAST_VALUE) break
    says.delete(first.at)
    const kinds = [...new Set(first.said.map(({ ground }) => ground.kind))]
    for (const kind of kinds) spoken.add(keyOf(first.at, kind))
    for (const one of grounds) {
      if (first.said.some(({ ground }) => ground === one)) one.left *= LEFT_OF_GROUND
      else if (kinds.includes(one.kind)) one.left *= LEFT_OF_BURDEN
    }
    taken.push({ at: first.at, limits: kinds, score: first.value, further: kinds.every((kind) => taken.some((one) => one.limits.includes(kind))) })
  }
  return taken
}

const weightOf = ({ ground, specific }: CalledGround): number => (ground.power === true ? POWER_WEIGHT : specific ? SPECIFIC_WEIGHT : GENERAL_WEIGHT)

/** The most that the provision says on one burden, and a share of what it says on others. */
function valueOf(said: readonly { ground: { kind: BurdenKind; left: number }; quality: number }[]): number {
  const byKind = new Map<BurdenKind, number>()
  for (const { ground, quality } of said) byKind.set(ground.kind, Math.max(byKind.get(ground.kind) ?? 0, ground.left * quality))
  const [most = 0, ...others] = [...byKind.values()].sort((x, y) => y - x)
  return most + FURTHER_BURDEN * others.reduce((sum, value) => sum + value, 0)
}

/** Likeness from which a law is on the matter of the article. */
const ON_THE_MATTER = 0.2
/** Words by which a provision binds those who make documents, whatever law it stands in. */
const BINDS_MAKERS = /规范性文件|政府规章|政策措施|地方性法规/u

/**
 * The articles that say a ground best: those of the law that is its basis, of higher force, and on the same matter. The same
 * words in a law on another matter (行政复议不收取费用) bind nobody here.
 */
function bestOf({ ground }: CalledGround, articles: readonly LimitingArticle[], holders: GroundHolders, likeness: ReadonlyMap<number, number>): { at: number; quality: number }[] {
  const laws = [...ground.basis.matchAll(/《([^》]+)》/gu)].map((match) => titleKey(match[1] ?? ''))
  return holdersOf(ground, articles, holders)
    .flatMap((at) => {
      const article = articles[at]
      if (article === undefined) return []
      const alike = likeness.get(at) ?? 0
      const named = laws.some((law) => titleKey(article.workTitle).startsWith(law))
      if (!named && alike < ON_THE_MATTER && !BINDS_MAKERS.test(article.text)) return []
      return [{ at, quality: BASE_QUALITY + (named ? BASIS_SHARE : 0) + RANK_SHARE / (article.rank ?? LOWEST_RANK) + LIKENESS_SHARE * alike }]
    })
    .sort((x, y) => y.quality - x.quality || x.at - y.at)
    .slice(0, MOST_A_GROUND)
}

/** Which articles say a ground: read when first asked for and kept, since few grounds are called for of many. */
function holdersOf(ground: Ground, articles: readonly LimitingArticle[], holders: GroundHolders): readonly number[] {
  const known = holders.get(ground)
  if (known !== undefined) return known
  const found = articles.flatMap(({ text }, at) => (ground.inRule.test(text) ? [at] : []))
  holders.set(ground, found)
  return found
}
