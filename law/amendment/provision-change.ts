/** What a person may change of a text at a place of it. */
import type { AnnexBlock, Article, Item, Paragraph } from '../text/index.ts'

/** Where an article goes: behind another one, or to the head of a division that has no others inside. */
export type MoveTarget = { after: string } | { opens: string }

/** Every place is one of the old text: ids of its tree, characters of its words. Places of two changes never overlap. */
export type ProvisionChange =
  /** `nodeId`: a 款, 项, 目, or a line of an annex (`annex_1__block_2`) */
  | { does: 'words'; nodeId: string; start: number; end: number; words: string }
  | { does: 'cell'; annexId: string; block: number; row: number; column: number; start: number; end: number; words: string }
  | { does: 'rewrite'; articleId: string; article: Article }
  | { does: 'add'; articleId: string; side: 'before' | 'after'; article: Article }
  | { does: 'remove'; articleId: string }
  | { does: 'move'; articleId: string; to: MoveTarget }
  /** `after` null: before all others */
  | { does: 'addClause'; articleId: string; after: string | null; paragraph: Paragraph }
  | { does: 'addItem'; articleId: string; paragraphId: string; after: string | null; item: Item }
  /** a 款 or an 项 */
  | { does: 'removeClause'; articleId: string; nodeId: string }
  | { does: 'articleHeading'; articleId: string; heading: string }
  | { does: 'divisionHeading'; divisionId: string; heading: string }
  /** one of the same kind behind it, with new articles */
  | { does: 'addDivision'; divisionId: string; heading: string; articles: Article[] }
  /** from this article on a division of its own, to the end of the one that it stands in */
  | { does: 'splitDivision'; articleId: string; kind: 'chapter' | 'section'; heading: string }
  /** with all its articles, but for those that another change moves out of it */
  | { does: 'removeDivision'; divisionId: string }
  /** the heading goes, its articles go on in the other one */
  | { does: 'mergeDivision'; divisionId: string; intoId: string }
  | { does: 'annexTitle'; annexId: string; title: string }
  /** `after` null: before all others */
  | { does: 'addAnnex'; after: string | null; title: string; blocks: AnnexBlock[] }
  | { does: 'removeAnnex'; annexId: string }
  | { does: 'title'; title: string }
