/**
 * Carries out the amendments that an approving organ attaches to a voted text, so that nobody retypes it; numbers of articles
 * and references inside the text follow. Checks that nothing else is different (立法法 81).
 */
import { type ChangedProvisions, changeProvisions, type Made } from '../../amendment/index.ts'
import { type LegalText, plainText } from '../../text/index.ts'
import { type Accepted, type AmendmentFault, brokenAmendments } from './broken-amendments.ts'
import { labelled } from './amendment-places.ts'
import { articlesIn, overlap } from './overlap.ts'
import { type RecordedAmendment, sayAmendment } from './recorded-amendment.ts'
import type { Resolved } from './read-amendment.ts'
import { resolveAmendment } from './resolve-amendment.ts'

export type Amended = {
  text: LegalText
  /** amendments that cannot be carried out; they changed nothing */
  faults: AmendmentFault[]
  /** what each amendment did, in words; '' where it did nothing */
  effects: string[]
  /** 第十三条 is 第十四条 now: articles whose number follows what was added, deleted or moved; those that moved themselves are none */
  renumbered: { before: string; after: string }[]
  /** articles that an amendment moved, by their ids in the voted text */
  moved: string[]
  /** what else followed, in sentences: numbers of chapters and annexes, marks at the end of items */
  alsoChanged: string[]
  /** references whose numbers followed */
  followed: { where: string; before: string; after: string }[]
  /** what a person has to look at: references by new words, 前款 after a new 款, 本条例 in a text of another name */
  notes: string[]
  /** for each amendment what it brought, by its place among its kind in the new text */
  made: Made[][]
  /** for each article the index of the voted one, null for a new one; so for divisions and annexes */
  origins: (number | null)[]
  divisionOrigins: (number | null)[]
  annexOrigins: (number | null)[]
}
/**
 * The text with the amendments. Those that cannot be carried out are told and change nothing; articles that none names stay
 * as they are, numbers aside. A deleted article to which the text still refers is such a fault: its number would be another's.
 */
export function applyAmendments(voted: LegalText, amendments: readonly RecordedAmendment[]): Amended {
  const resolved = amendments.map((amendment) => resolveAmendment(voted, amendment))
  const broken = new Map<number, AmendmentFault>()
  for (;;) {
    const { accepted, faults } = accept(voted, amendments, resolved, broken)
    const done = carryOut(voted, accepted)
    const [next] = brokenAmendments(voted, done, amendments, accepted)
    if (next === undefined) return { ...shown(voted, done, amendments, accepted), faults: [...faults, ...broken.values()].sort((a, b) => a.index - b.index) }
    broken.set(next.index, next)
  }
}

/** Those that can be carried out beside each other. Moves come first: an article that goes elsewhere outlives its chapter. */
function accept(voted: LegalText, amendments: readonly RecordedAmendment[], resolved: readonly Resolved[], broken: ReadonlyMap<number, AmendmentFault>): { accepted: Accepted[]; faults: AmendmentFault[] } {
  const faults: AmendmentFault[] = []
  const accepted: Accepted[] = []
  const moved = new Set<string>()
  const isMove = ({ kind }: RecordedAmendment): number => (kind === 'moveArticle' ? 0 : 1)
  for (const [index, amendment] of [...amendments.entries()].sort(([, a], [, b]) => isMove(a) - isMove(b))) {
    const own = resolved[index]
    if (own === undefined || broken.has(index)) continue
    if ('fault' in own) faults.push({ index, ...own.fault })
    else if (accepted.some((a) => a.changes.some((one) => own.changes.some((other) => overlap(voted, moved, one, other))))) {
      faults.push({ index, code: 'overlaps', message: `${amendment.articleLabel}：同别的修改意见重叠，请合并成一条。` })
    } else {
      accepted.push({ index, changes: own.changes })
      if (amendment.kind === 'moveArticle') moved.add(amendment.articleId)
    }
  }
  return { accepted: accepted.sort((a, b) => a.index - b.index), faults }
}

const carryOut = (voted: LegalText, accepted: readonly Accepted[]): ChangedProvisions => changeProvisions(voted, accepted.flatMap(({ changes }) => changes))

function shown(voted: LegalText, done: ChangedProvisions, amendments: readonly RecordedAmendment[], accepted: readonly Accepted[]): Omit<Amended, 'faults'> {
  const { text, origins, followed, divisionOrigins, annexOrigins } = done
  const flat = accepted.flatMap(({ index, changes }) => changes.map(() => index))
  const by = (index: number): number => flat.indexOf(index)
  const effects = amendments.map((amendment, index) => {
    if (!flat.includes(index)) return ''
    const said = sayAmendment(labelled(voted, amendment), { addedAs: done.addedAs.get(by(index)), whole: accepted.some((a) => a.index === index && a.changes.some(({ does }) => does === 'rewrite')) })
    const more = extentOf(voted, done, amendment, done.made.get(by(index)) ?? [])
    const old = voted.articles.findIndex((a) => a.id === amendment.articleId)
    const now = old < 0 ? undefined : text.articles[origins.indexOf(old)]?.number
    const renumbers = now !== undefined && now !== amendment.articleLabel && amendment.kind !== 'remove' && amendment.kind !== 'moveArticle'
    const follows = [...(renumbers ? [`${amendment.articleLabel}改为${now}`] : []), ...(more === '' ? [] : [more])].join('，')
    return follows === '' ? said : `${said.replace(/。$/u, '')}（${follows}）${said.endsWith('。') ? '。' : ''}`
  })
  const moved = new Set(amendments.flatMap(({ kind, articleId }, index) => (kind === 'moveArticle' && flat.includes(index) ? [articleId] : [])))
  const renumbered = origins.flatMap((old, at) => {
    const [was, after] = [old === null ? undefined : voted.articles[old], text.articles[at]?.number]
    return was === undefined || after === undefined || was.number === after || moved.has(was.id) ? [] : [{ before: was.number, after }]
  })
  const made = amendments.map((_, index) => done.made.get(by(index)) ?? [])
  return { text, origins, divisionOrigins, annexOrigins, made, moved: [...moved], followed, renumbered, effects, alsoChanged: alsoChanged(voted, done), notes: notesOf(voted, done, renumbered.length + moved.size > 0) }
}

const run = (labels: readonly string[]): string => (labels.length < 2 ? (labels[0] ?? '') : `${labels[0] ?? ''}至${labels.at(-1) ?? ''}`)

/** The articles that a chapter had, or has now. */
function extentOf(voted: LegalText, done: ChangedProvisions, amendment: RecordedAmendment, made: readonly Made[]): string {
  switch (amendment.kind) {
    case 'removeDivision':
      return run(articlesIn(voted, amendment.articleId).flatMap((id) => { const at = voted.articles.findIndex((a) => a.id === id); return done.origins.includes(at) ? [] : [voted.articles[at]?.number ?? ''] }))
    case 'mergeDivision':
      return `现为${run(articlesIn(voted, amendment.articleId).flatMap((id) => done.text.articles[done.origins.indexOf(voted.articles.findIndex((a) => a.id === id))]?.number ?? []))}`
    case 'addDivision':
    case 'splitChapter':
    case 'splitSection': {
      const division = done.text.divisions[made.find(({ of }) => of === 'chapter')?.at ?? -1]
      return division === undefined ? '' : `现为${run([...new Set([division.from ?? '', division.to ?? ''])])}`
    }
    default:
      return ''
  }
}

function alsoChanged(voted: LegalText, { text, divisionOrigins, annexOrigins, marks }: ChangedProvisions): string[] {
  const divisions = divisionOrigins.flatMap((origin, at) => {
    const [was, now] = [origin === null ? undefined : voted.divisions[origin], text.divisions[at]]
    return was === undefined || now === undefined || was.number === now.number ? [] : [`${was.number}“${was.heading}”改为${now.number}`]
  })
  const annexes = annexOrigins.flatMap((origin, at) => {
    const [was, now] = [origin === null ? undefined : voted.annexes[origin], text.annexes[at]]
    return was === undefined || now === undefined || was.label === now.label ? [] : [`${was.label.replace(/[：:]$/u, '')}“${was.title}”改为${now.label.replace(/[：:]$/u, '')}`]
  })
  return [...divisions, ...annexes, ...marks]
}

/** 第四条至第七条改为第五条至第八条: runs of articles that moved together, in words. */
export function sayRenumbered(voted: LegalText, renumbered: Amended['renumbered']): string[] {
  const placeOf = new Map(voted.articles.map(({ number }, at) => [number, at]))
  const runs: { first: { before: string; after: string }; last: { before: string; after: string }; shift: number }[] = []
  for (const one of renumbered) {
    const [from, to] = [placeOf.get(one.before) ?? 0, placeOf.get(one.after) ?? voted.articles.length]
    const run = runs.at(-1)
    if (run !== undefined && placeOf.get(run.last.before) === from - 1 && (run.shift === to - from || to === voted.articles.length)) run.last = one
    else runs.push({ first: one, last: one, shift: to - from })
  }
  return runs.map(({ first, last }) => (first === last ? `${first.before}改为${first.after}` : `${first.before}至${last.before}依次改为${first.after}至${last.after}`))
}

const KIND_OF_NAME = /(条例|办法|规定|决定|规则|细则|实施办法)$/u
const short = (words: string): string => (words.length > 20 ? `${words.slice(0, 20)}…` : words)

function notesOf(voted: LegalText, { text, newReferences, problems, doubts }: ChangedProvisions, moved: boolean): string[] {
  const targets = moved ? newReferences : []
  const [was, now] = [KIND_OF_NAME.exec(voted.title)?.[0], KIND_OF_NAME.exec(text.title)?.[0]]
  const own = was !== undefined && was !== now ? text.articles.filter((a) => plainText(a).includes(`本${was}`)).length : 0
  return [
    ...targets.map(({ where, label }) => `${where}新写的“${label}”指批准后的${label}（${short(plainText(text.articles.find((a) => a.number === label) ?? EMPTY))}），请核对。`),
    ...problems.map(({ message }) => message),
    ...doubts,
    ...(own === 0 ? [] : [`名称改了，还有${own}条写着“本${was}”，没有跟着改；要改的请逐条写明。`]),
  ]
}

const EMPTY = { id: '', number: '', heading: null, paragraphs: [], line: 0 }
