import { z } from 'zod'
import { alignArticles } from '../../law/compare/index.ts'
import { parseText } from '../../law/text/index.ts'
import { readCorpusText } from '../corpus.ts'
import { print } from '../measure.ts'

const LABELLED = ['shared-jiandufa', 'shared-beijingbeianshencha', 'shared-gongsifa', 'shared-lifafa']

const edge = z.tuple([z.string(), z.string()])
const sides = z.object({ old: z.array(z.string()), new: z.array(z.string()) })
const goldSchema = z.object({
  old: z.string(),
  new: z.string(),
  pairs: z.array(sides.extend({ edges: z.array(edge).optional() })),
  unsure: z.array(sides),
  also_acceptable: z.array(edge),
})

/** Precision and recall over edges on the pairs labelled by reading, scored as corpus/gold/README.md §1 says. */
export async function benchAlign(): Promise<void> {
  for (const name of LABELLED) {
    const gold = goldSchema.parse(JSON.parse(await readCorpusText(`gold/${name}.json`)))
    const [before, after] = [parseText(await readCorpusText(gold.old)), parseText(await readCorpusText(gold.new))]
    const labels = new Map([...before.articles, ...after.articles].map((article) => [article.id, article.number]))
    const unsureOld = new Set(gold.unsure.flatMap((one) => one.old))
    const unsureNew = new Set(gold.unsure.flatMap((one) => one.new))
    const acceptable = new Set(gold.also_acceptable.map((pair) => pair.join('>')))
    const wanted = new Set(gold.pairs.flatMap((pair) => edgesOf(pair.old, pair.new, pair.edges)))
    const found = alignArticles(before, after)
      .rows.flatMap((row) => edgesOf(row.old, row.new, row.edges))
      .map((pair) => pair.split('>').map((id) => labels.get(id) ?? id))
      .filter(([from = '', to = '']) => !unsureOld.has(from) && !unsureNew.has(to))
      .map((pair) => pair.join('>'))
      .filter((pair) => !acceptable.has(pair))
    const right = found.filter((pair) => wanted.has(pair)).length
    print({ name: `align.${name.replace('shared-', '')}`, value: right / found.length, unit: 'precision', detail: { recall: Math.round((right / wanted.size) * 1000) / 1000, edges: wanted.size } })
  }
}

const edgesOf = (before: readonly string[], after: readonly string[], edges?: readonly (readonly [string, string])[]): string[] =>
  edges ? edges.map((pair) => pair.join('>')) : before.flatMap((from) => after.map((to) => `${from}>${to}`))
