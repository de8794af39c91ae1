/** What a penalty is for, apart from the penalty: the same fine stands under many offences. */
import { packWords } from './normalise.ts'
import { corpusOf, overlapOf, sharedIn } from './similarity.ts'

const CLAUSE = /(?<=[，。；：:\n])/u
/** 由公安机关责令改正, 处五百元以下罚款, 并处吊销许可证: what follows from the conduct. A condition ends with 的. */
const CONSEQUENCE = /^(?:并|可以|并可以|应当|一律)?(?:由|对|处|给予|责令|没收|吊销|暂扣|依法|追究|予以|警告|罚款|取缔|撤销|限期)/u
const CONDITION = /的[，。；：:]?$/u
/** Conditions that stand in any penalty. */
const STOCK = /^(?:违反本[^，。；]{1,8}规定|违反前[^，。；]{1,4}规定|有下列(?:行为|情形)之一的?|情节[^，。；]{1,4}的|尚不构成犯罪的|构成犯罪的|逾期[^，。；]{1,8}的|拒不[^，。；]{1,6}的|造成[^，。；]{0,6}(?:损失|后果|损害|影响)的|(?:没有)?违法所得[^，。；]{0,24}的)[，。；：:]?$/u
/** Fewer letters name no conduct. */
const SHORTEST_CONDUCT = 8

function conductOf(text: string): string {
  const clauses = text.split(CLAUSE).filter((clause) => {
    const words = clause.trim()
    return !STOCK.test(words) && (CONDITION.test(words) || !CONSEQUENCE.test(words))
  })
  const conduct = clauses.join('')
  return conduct.length < SHORTEST_CONDUCT ? '' : conduct
}

/**
 * How much of their conduct two penalties share, as a share of the shorter one: from 0 to 1, and 1 where one of them names
 * none. `texts` has the old articles first; `penalties` are numbers of texts, rising.
 */
export function sharedConduct(texts: readonly string[], oldCount: number, penalties: readonly number[]): (oldPlace: number, newPlace: number) => number {
  const at = new Map(penalties.map((unit, place) => [unit, place]))
  const count = penalties.filter((unit) => unit < oldCount).length
  const corpus = corpusOf(packWords(penalties.map((unit) => conductOf(texts[unit] ?? ''))), count)
  const sharedWith = sharedIn(corpus)
  return (oldPlace, newPlace) => {
    const [from, to] = [at.get(oldPlace), at.get(oldCount + newPlace)]
    if (from === undefined || to === undefined || corpus.weights[from] === 0 || corpus.weights[to] === 0) return 1
    const { ofOld, ofNew } = overlapOf(corpus, from, to - count, sharedWith(from, to - count))
    return Math.max(ofOld, ofNew)
  }
}
