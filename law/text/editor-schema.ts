/**
 * The editor's document: nested (doc > chapter > article > clause), numbers as attributes, never as text.
 * One textblock type for 款, 项 and 目, so that a change of level is a change of attribute and anchors survive.
 *
 * `key`: what a provision is called inside one draft, '' until it is given (`giveKeys`); it stays through every edit.
 * `number`: the label as it was read. In a draft it says only how numbers are written here; `numberDocument` counts.
 * `fixed`: a label that is not counted (第十七条之一, an unnumbered 附则 with ''); null where it is.
 */
import { Schema } from 'prosemirror-model'
import { type ReferencePart, readReferenceParts } from './editor-reference.ts'

export const CLAUSE_KINDS = ['paragraph', 'item', 'subitem'] as const
export type ClauseKind = (typeof CLAUSE_KINDS)[number]
export const MATTER_ROLES = ['notice', 'title', 'note', 'contents', 'preamble', 'closing'] as const
export type MatterRole = (typeof MATTER_ROLES)[number]
const DIVISION_KINDS: readonly string[] = ['part', 'subpart', 'chapter', 'section']

const oneOf =
  (values: readonly string[]) =>
  (value: unknown): void => {
    if (typeof value !== 'string' || !values.includes(value)) throw new RangeError(`Not one of ${values.join(', ')}: ${String(value)}`)
  }

/** Parts that the clipboard brings; null where somebody else wrote them. */
const partsFromClipboard = (json: string | null): ReferencePart[] | null => {
  try {
    return readReferenceParts(JSON.parse(json ?? ''))
  } catch {
    return null
  }
}

const key = { default: '', validate: 'string' }
const fixed = { default: null, validate: 'string|null' }
const keyOf = (dom: HTMLElement): string => dom.getAttribute('data-key') ?? ''
const fixedOf = (dom: HTMLElement): string | null => dom.getAttribute('data-fixed')
const shown = (attrs: Readonly<Record<string, unknown>>): Record<string, string> => ({
  'data-key': String(attrs['key']),
  'data-number': String(attrs['number']),
  ...(typeof attrs['fixed'] === 'string' ? { 'data-fixed': attrs['fixed'] } : {}),
})

export const editorSchema = new Schema({
  nodes: {
    doc: {
      content: 'matter* (chapter | article)* annex* closing*',
      attrs: { form: { validate: oneOf(['articles', 'outline']) }, problems: { default: [] }, remarks: { default: [] }, placed: { default: null } },
    },
    /** lines before the body, by role */
    matter: {
      content: 'inline*',
      attrs: { role: { validate: oneOf(MATTER_ROLES) } },
      toDOM: (node) => ['p', { class: 'draft-matter', 'data-role': String(node.attrs['role']) }, 0],
      parseDOM: [{ tag: 'p.draft-matter', priority: 60, getAttrs: (dom) => ({ role: dom.getAttribute('data-role') ?? 'preamble' }) }],
    },
    closing: { content: 'inline*', toDOM: () => ['p', { class: 'draft-closing' }, 0], parseDOM: [{ tag: 'p.draft-closing', priority: 60 }] },
    chapter: {
      content: 'heading (chapter | article)*',
      attrs: { kind: { validate: oneOf(DIVISION_KINDS) }, number: { default: '', validate: 'string' }, fixed, key },
      defining: true,
      toDOM: (node) => ['section', { class: 'draft-chapter', 'data-kind': String(node.attrs['kind']), ...shown(node.attrs) }, 0],
      parseDOM: [
        {
          tag: 'section.draft-chapter',
          getAttrs: (dom) => ({ kind: dom.getAttribute('data-kind') ?? 'chapter', number: dom.getAttribute('data-number') ?? '', fixed: fixedOf(dom), key: keyOf(dom) }),
        },
      ],
    },
    heading: { content: 'text*', defining: true, toDOM: () => ['h2', { class: 'draft-heading' }, 0], parseDOM: [{ tag: 'h2.draft-heading' }] },
    article: {
      content: 'article_heading? (clause | table)*',
      attrs: {
        number: { default: '', validate: 'string' },
        printed: { default: null, validate: 'string|null' },
        line: { default: 0, validate: 'number' },
        fixed,
        key,
      },
      defining: true,
      toDOM: (node) => ['section', { class: 'draft-article', ...shown(node.attrs) }, 0],
      parseDOM: [{ tag: 'section.draft-article', getAttrs: (dom) => ({ number: dom.getAttribute('data-number') ?? '', fixed: fixedOf(dom), key: keyOf(dom) }) }],
    },
    article_heading: { content: 'text*', toDOM: () => ['h3', { class: 'draft-article-heading' }, 0], parseDOM: [{ tag: 'h3.draft-article-heading' }] },
    clause: {
      content: 'inline*',
      attrs: {
        kind: { default: 'paragraph', validate: oneOf(CLAUSE_KINDS) },
        number: { default: '', validate: 'string' },
        printed: { default: null, validate: 'string|null' },
        fixed,
        key,
      },
      toDOM: (node) => ['p', { class: 'draft-clause', 'data-kind': String(node.attrs['kind']), ...shown(node.attrs) }, 0],
      parseDOM: [
        {
          tag: 'p.draft-clause',
          getAttrs: (dom) => ({ kind: dom.getAttribute('data-kind') ?? 'paragraph', number: dom.getAttribute('data-number') ?? '', fixed: fixedOf(dom), key: keyOf(dom) }),
        },
        // numbers that go along on the clipboard are counted again where they are pasted
        { tag: 'span.draft-number', ignore: true },
        { tag: 'p' },
      ],
    },
    annex: {
      content: 'annex_title (annex_line | table)*',
      attrs: { label: { default: '附件', validate: 'string' }, fixed, key },
      defining: true,
      toDOM: (node) => ['section', { class: 'draft-annex', 'data-label': String(node.attrs['label']), 'data-key': String(node.attrs['key']) }, 0],
      parseDOM: [{ tag: 'section.draft-annex', getAttrs: (dom) => ({ label: dom.getAttribute('data-label') ?? '', key: keyOf(dom) }) }],
    },
    annex_title: { content: 'text*', toDOM: () => ['h2', { class: 'draft-annex-title' }, 0], parseDOM: [{ tag: 'h2.draft-annex-title', priority: 60 }] },
    annex_line: { content: 'inline*', toDOM: () => ['p', { class: 'draft-annex-line' }, 0], parseDOM: [{ tag: 'p.draft-annex-line', priority: 60 }] },
    table: { content: 'table_row*', isolating: true, toDOM: () => ['table', { class: 'draft-table' }, ['tbody', 0]], parseDOM: [{ tag: 'table' }] },
    table_row: { content: 'table_cell*', toDOM: () => ['tr', 0], parseDOM: [{ tag: 'tr' }] },
    table_cell: {
      content: 'cell_line+',
      attrs: {
        columnSpan: { default: 1, validate: 'number' },
        rowSpan: { default: 1, validate: 'number' },
        header: { default: false, validate: 'boolean' },
      },
      isolating: true,
      toDOM: (node) => [node.attrs['header'] === true ? 'th' : 'td', { colspan: String(node.attrs['columnSpan']), rowspan: String(node.attrs['rowSpan']) }, 0],
      parseDOM: ['td', 'th'].map((tag) => ({
        tag,
        getAttrs: (dom: HTMLElement) => ({
          columnSpan: Number(dom.getAttribute('colspan') ?? 1),
          rowSpan: Number(dom.getAttribute('rowspan') ?? 1),
          header: tag === 'th',
        }),
      })),
    },
    cell_line: { content: 'inline*', toDOM: () => ['p', { class: 'draft-cell-line' }, 0], parseDOM: [{ tag: 'p.draft-cell-line', priority: 60 }] },
    /** `words` are those that were typed; what it says now is computed */
    reference: {
      inline: true,
      group: 'inline',
      atom: true,
      selectable: true,
      attrs: { parts: { validate: (value) => void readReferenceParts(value) }, words: { default: '', validate: 'string' } },
      leafText: (node) => String(node.attrs['words']),
      toDOM: (node) => ['span', { class: 'draft-reference', 'data-parts': JSON.stringify(node.attrs['parts']) }, String(node.attrs['words'])],
      parseDOM: [
        {
          tag: 'span.draft-reference',
          getAttrs: (dom) => {
            const parts = partsFromClipboard(dom.getAttribute('data-parts'))
            return parts === null ? false : { parts, words: dom.textContent }
          },
        },
      ],
    },
    text: { group: 'inline' },
  },
})
