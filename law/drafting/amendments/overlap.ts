/** Whether two changes meet at one place, so that they have to be said as one amendment. */
import type { ProvisionChange } from '../../amendment/index.ts'
import type { LegalText } from '../../text/index.ts'

type Does<Kind extends ProvisionChange['does']> = Extract<ProvisionChange, { does: Kind }>

const isInside = (id: string, around: string): boolean => id === around || id.startsWith(`${around}__`)

/** Articles that stand in a division, those of its 节 too. */
export function articlesIn(voted: LegalText, divisionId: string): string[] {
  const own = voted.divisions.findIndex(({ id }) => id === divisionId)
  const division = voted.divisions[own]
  if (division === undefined) return []
  const next = voted.divisions.slice(own + 1).find(({ level }) => level <= division.level)
  return voted.articles.slice(division.at, next?.at ?? voted.articles.length).map(({ id }) => id)
}

/** The article that a change acts on or stands beside; null where it is none. */
function articleOf(voted: LegalText, change: ProvisionChange): string | null {
  if ('articleId' in change) return change.articleId
  if (change.does !== 'words') return null
  return voted.articles.find((a) => a.paragraphs.some((p) => p.id === change.nodeId || p.items.some((i) => i.id === change.nodeId || i.subitems.some((s) => s.id === change.nodeId))))?.id ?? null
}

const placeOf = (change: ProvisionChange): string => ('articleId' in change ? change.articleId : 'divisionId' in change ? change.divisionId : 'annexId' in change ? change.annexId : change.does)
/** Several of these may stand at one place, in the order in which they are said. */
const repeats: ReadonlySet<ProvisionChange['does']> = new Set(['add', 'addClause', 'addItem', 'addDivision', 'addAnnex'])
/** Changes that an article written anew may have beside it: they act on its place, not on its words. */
const besideWords: ReadonlySet<ProvisionChange['does']> = new Set(['add', 'move', 'splitDivision'])

/** `moved`: articles that go elsewhere, so that they outlive their chapter */
export function overlap(voted: LegalText, moved: ReadonlySet<string>, one: ProvisionChange, other: ProvisionChange): boolean {
  if (swallows(voted, moved, one, other) || swallows(voted, moved, other, one)) return true
  if (one.does === 'words' && other.does === 'words') return one.nodeId === other.nodeId && one.start < other.end && other.start < one.end
  if (one.does === 'cell' && other.does === 'cell') return one.annexId === other.annexId && one.block === other.block && one.row === other.row && one.column === other.column && one.start < other.end && other.start < one.end
  if (one.does === 'removeClause' && other.does === 'removeClause') return isInside(one.nodeId, other.nodeId) || isInside(other.nodeId, one.nodeId)
  if (one.does !== other.does || repeats.has(one.does)) return false
  return placeOf(one) === placeOf(other)
}

/** Whether the first change leaves nothing at which the second could act. */
function swallows(voted: LegalText, moved: ReadonlySet<string>, one: ProvisionChange, other: ProvisionChange): boolean {
  switch (one.does) {
    case 'remove':
      return articleOf(voted, other) === one.articleId || standsBehind(other, one.articleId)
    case 'rewrite':
      return !besideWords.has(other.does) && articleOf(voted, other) === one.articleId
    case 'move':
      // behind an article that goes elsewhere: here or there?
      return standsBehind(other, one.articleId) || ((other.does === 'add' || other.does === 'splitDivision') && other.articleId === one.articleId)
    case 'removeClause':
      return ((other.does === 'words' || other.does === 'removeClause') && one !== other && isInside(other.nodeId, one.nodeId)) || ((other.does === 'addClause' || other.does === 'addItem') && isInside(other.after ?? '', one.nodeId)) || (other.does === 'addItem' && isInside(other.paragraphId, one.nodeId))
    case 'removeDivision':
      return inRemoved(voted, moved, one, other)
    case 'mergeDivision':
      return atMerged(voted, one, other)
    case 'removeAnnex':
      return (other.does === 'words' && isInside(other.nodeId, one.annexId)) || ((other.does === 'cell' || other.does === 'annexTitle') && other.annexId === one.annexId)
    default:
      return false
  }
}

const standsBehind = (change: ProvisionChange, articleId: string): boolean => change.does === 'move' && 'after' in change.to && change.to.after === articleId

function inRemoved(voted: LegalText, moved: ReadonlySet<string>, { divisionId }: Does<'removeDivision'>, other: ProvisionChange): boolean {
  const inside = (id: string | null): boolean => id !== null && articlesIn(voted, divisionId).includes(id)
  switch (other.does) {
    case 'move':
      // out of it: that article stays
      return 'after' in other.to ? inside(other.to.after) : isInside(other.to.opens, divisionId)
    case 'addDivision':
      // behind it: in its place
      return other.divisionId !== divisionId && isInside(other.divisionId, divisionId)
    case 'divisionHeading':
    case 'removeDivision':
      return isInside(other.divisionId, divisionId)
    case 'mergeDivision':
      return isInside(other.divisionId, divisionId) || isInside(other.intoId, divisionId)
    default: {
      const article = articleOf(voted, other)
      return inside(article) && !moved.has(article ?? '')
    }
  }
}

function atMerged(voted: LegalText, { divisionId, intoId }: Does<'mergeDivision'>, other: ProvisionChange): boolean {
  const at = (id: string): boolean => isInside(id, divisionId) || isInside(id, intoId)
  switch (other.does) {
    case 'divisionHeading':
      return other.divisionId === divisionId
    case 'addDivision':
      return at(other.divisionId)
    case 'splitDivision':
      return [divisionId, intoId].some((id) => articlesIn(voted, id).includes(other.articleId))
    case 'mergeDivision':
      return at(other.divisionId) || isInside(other.intoId, divisionId)
    case 'add':
      return goesFar(voted, divisionId, intoId) && articlesIn(voted, divisionId).includes(other.articleId)
    case 'move':
      return 'opens' in other.to ? isInside(other.to.opens, divisionId) : goesFar(voted, divisionId, intoId) && articlesIn(voted, divisionId).includes(other.to.after)
    default:
      return false
  }
}

/** Its articles leave their place, so that nothing can stand behind one of them there. */
function goesFar(voted: LegalText, divisionId: string, intoId: string): boolean {
  const place = (id: string | undefined): number => voted.articles.findIndex((article) => article.id === id)
  const [own, into] = [articlesIn(voted, divisionId), articlesIn(voted, intoId)]
  return place(own[0]) !== place(into.at(-1)) + 1 && place(into[0]) !== place(own.at(-1)) + 1
}
