import { z } from '@hono/zod-openapi'
import { alignArticles, type Comparison, compareTexts, compareThree, type ThreeComparison } from '../../law/compare/index.ts'
import type { LegalText } from '../../law/text/index.ts'
import { showSnapshot } from '../drafting/index.ts'
import { legalTextSchema, libraryPolicy } from '../library/index.ts'
import { fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { projectFor } from './project-for.ts'

const opaque = <T extends object>() => z.custom<T>((value) => typeof value === 'object' && value !== null).openapi({ type: 'object' })
const side = z.object({ which: z.string(), title: z.string(), label: z.string(), draft: z.boolean() })
export const comparedResearchSchema = z
  .object({ sides: z.array(side), /** of two texts, as law/compare has it */ two: opaque<Comparison>().nullable(), /** of three, through the second one */ three: opaque<ThreeComparison>().nullable() })
  .openapi('ComparedResearch')

/** A text of the library by its address (`key:date`), or of the project's draft: `working`, or the id of a text that was kept. */
export const comparedWhich = z.string().trim().min(1).max(160)

type Side = z.infer<typeof side> & { text: LegalText }

/**
 * Texts of other places and superior law held against the project's own draft, or each other, article by article. Each
 * side by the right to it: the library's for what it keeps, the draft's for its texts. Throws `not-found`.
 */
export async function compareResearch(options: { services: Services; actor: Actor; projectId: string; from: string; middle: string | null; to: string }) {
  const { from, middle, to } = options
  const project = await projectFor({ ...options, action: 'read' })
  const sides: Side[] = []
  for (const which of [from, ...(middle === null ? [] : [middle]), to]) sides.push(which.includes(':') ? await ofLibrary(options, which) : await ofDraft(options, which, project.title))
  const [first, second, third] = sides
  if (first === undefined || second === undefined) throw problem('not-found')
  const shown = sides.map(({ text: _text, ...said }) => said)
  if (third === undefined) return { sides: shown, two: compareTexts(first.text, second.text, alignArticles(first.text, second.text)), three: null }
  const alignments = { ab: alignArticles(first.text, second.text), bc: alignArticles(second.text, third.text) }
  return { sides: shown, two: null, three: compareThree(first.text, second.text, third.text, alignments) }
}

type Asked = { services: Services; actor: Actor; projectId: string }

async function ofLibrary({ services, actor }: Asked, address: string): Promise<Side> {
  const at = address.indexOf(':')
  const version = await services.prisma.version.findFirst({
    where: { work: { key: address.slice(0, at) }, dateKey: address.slice(at + 1), AND: libraryPolicy.scope(actor, 'read') }, select: { title: true, effectiveFrom: true, tree: true },
  })
  if (version === null) throw problem('not-found')
  const date = fromDateColumnOrNull(version.effectiveFrom)
  return { which: address, title: version.title, label: `${version.title}${date === null ? '' : `（${date} 起施行）`}`, draft: false, text: legalTextSchema.parse(version.tree) }
}

async function ofDraft({ services, actor, projectId }: Asked, which: string, title: string): Promise<Side> {
  const draft = await services.prisma.draft.findUnique({ where: { projectId }, select: { id: true } })
  if (draft === null) throw problem('not-found')
  const shown = await showSnapshot({ services, actor, draftId: draft.id, which })
  return { which, title, label: `本项目草案　${shown.label}`, draft: true, text: shown.text }
}
