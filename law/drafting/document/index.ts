/** The document of a draft: keys, numbers, cross-references. Pure: prosemirror-model and -transform only. */
export { countArticles, draftDocument, fixNumbers, MOST_ARTICLES } from './draft-document.ts'
export { type DanglingReference, danglingReferences, eachReference, type PlacedReference, renderedReferences } from './each-reference.ts'
export { findKey, giveKeys, isKeyed, keyOf, keysToGive, newKey } from './keys.ts'
export { type DocumentNumbers, numberDocument, type Numbered, type NumberedKind, numberUnits } from './number-document.ts'
export { findReferences, type FoundReference, linkReferences, recogniseReferences } from './recognise-references.ts'
export { partsOf, type RenderedReference, type ReferenceHome, renderReference, TARGET_DELETED, targetsOf } from './render-reference.ts'
export { textOf } from './text-of.ts'
