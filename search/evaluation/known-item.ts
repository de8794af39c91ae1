/**
 * Known-item evaluation: for every search that has one right answer, at which place does it come?
 */
import { z } from 'zod'
import { fileId } from './corpus-documents.ts'
import type { Asker, SearchEngine } from '../engine.ts'

export const knownItem = z.object({
  id: z.string(),
  query: z.string(),
  type: z.string(),
  expected: z.object({ title: z.string(), article: z.string().nullable(), file: z.string() }),
  also_acceptable_files: z.array(z.string()),
})
export type KnownItem = z.infer<typeof knownItem>

export type Placed = {
  item: KnownItem
  /** place (from 1) of the first hit of the right work, null below the first `depth` */
  work: number | null
  /** place of the right version */
  version: number | null
  /** place of the right article; of the version where no article is expected */
  article: number | null
}

/** Reads queries, one JSON a line. */
export function readKnownItems(jsonLines: string): KnownItem[] {
  return jsonLines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => knownItem.parse(JSON.parse(line)))
}

/** Asks the engine every query; hits are recognised by the versionId, which is that of the file. */
export async function evaluate(engine: SearchEngine, items: KnownItem[], onDate: string, depth = 10): Promise<Placed[]> {
  const asker: Asker = { audience: 'public' }
  const placed: Placed[] = []
  for (const item of items) {
    const { hits } = await engine.search({ text: item.query, asker, onDate, limit: depth })
    const files = new Set([item.expected.file, ...item.also_acceptable_files].map(fileId))
    const place = (matches: (hit: (typeof hits)[number]) => boolean): number | null => {
      const at = hits.findIndex(matches)
      return at < 0 ? null : at + 1
    }
    const { title, article } = item.expected
    placed.push({
      item,
      work: place((hit) => hit.workTitle === title || files.has(hit.versionId)),
      version: place((hit) => files.has(hit.versionId)),
      article: place((hit) => files.has(hit.versionId) && (article === null || hit.number === article)),
    })
  }
  return placed
}

/** Share of searches whose answer is among the first `depth`. */
export function recallAt(places: (number | null)[], depth: number): number {
  return places.filter((place) => place !== null && place <= depth).length / places.length
}
