/**
 * The editor's document: nested (doc > chapter > article > clause), numbers as attributes, never as text.
 * One textblock type for 款, 项 and 目, so that a change of level is a change of attribute and anchors survive.
 */
import { Schema } from 'prosemirror-model'

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

export const editorSchema = new Schema({
  nodes: {
    doc: {
      content: 'matter* (chapter | article)* annex* closing*',
      attrs: { form: { validate: oneOf(['articles', 'outline']) }, problems: { default: [] }, placed: { default: null } },
    },
    /** lines before the body, by role */
    matter: {
      content: 'text*',
      attrs: { role: { validate: oneOf(MATTER_ROLES) } },
      toDOM: (node) => ['p', { class: 'matter', 'data-role': String(node.attrs['role']) }, 0],
      parseDOM: [{ tag: 'p.matter', getAttrs: (dom) => ({ role: dom.getAttribute('data-role') ?? 'preamble' }) }],
    },
    closing: { content: 'text*', toDOM: () => ['p', { class: 'closing' }, 0], parseDOM: [{ tag: 'p.closing' }] },
    chapter: {
      content: 'heading (chapter | article)*',
      attrs: { kind: { validate: oneOf(DIVISION_KINDS) }, number: { default: '', validate: 'string' } },
      defining: true,
      toDOM: (node) => ['section', { class: 'chapter', 'data-kind': String(node.attrs['kind']), 'data-number': String(node.attrs['number']) }, 0],
      parseDOM: [
        {
          tag: 'section.chapter',
          getAttrs: (dom) => ({ kind: dom.getAttribute('data-kind') ?? 'chapter', number: dom.getAttribute('data-number') ?? '' }),
        },
      ],
    },
    heading: { content: 'text*', defining: true, toDOM: () => ['h3', 0], parseDOM: [{ tag: 'h3' }] },
    article: {
      content: 'article_heading? (clause | table)*',
      attrs: {
        number: { default: '', validate: 'string' },
        printed: { default: null, validate: 'string|null' },
        line: { default: 0, validate: 'number' },
      },
      defining: true,
      toDOM: (node) => ['section', { class: 'article', 'data-number': String(node.attrs['number']) }, 0],
      parseDOM: [{ tag: 'section.article', getAttrs: (dom) => ({ number: dom.getAttribute('data-number') ?? '' }) }],
    },
    article_heading: { content: 'text*', toDOM: () => ['h4', 0], parseDOM: [{ tag: 'h4' }] },
    clause: {
      content: 'text*',
      attrs: {
        kind: { default: 'paragraph', validate: oneOf(CLAUSE_KINDS) },
        number: { default: '', validate: 'string' },
        printed: { default: null, validate: 'string|null' },
      },
      toDOM: (node) => ['p', { class: 'clause', 'data-kind': String(node.attrs['kind']), 'data-number': String(node.attrs['number']) }, 0],
      parseDOM: [
        {
          tag: 'p.clause',
          getAttrs: (dom) => ({ kind: dom.getAttribute('data-kind') ?? 'paragraph', number: dom.getAttribute('data-number') ?? '' }),
        },
        { tag: 'p' },
      ],
    },
    annex: {
      content: 'annex_title (annex_line | table)*',
      attrs: { label: { default: '附件', validate: 'string' } },
      defining: true,
      toDOM: (node) => ['section', { class: 'annex', 'data-label': String(node.attrs['label']) }, 0],
      parseDOM: [{ tag: 'section.annex', getAttrs: (dom) => ({ label: dom.getAttribute('data-label') ?? '' }) }],
    },
    annex_title: { content: 'text*', toDOM: () => ['h3', { class: 'annex-title' }, 0], parseDOM: [{ tag: 'h3.annex-title', priority: 60 }] },
    annex_line: { content: 'text*', toDOM: () => ['p', { class: 'annex-line' }, 0], parseDOM: [{ tag: 'p.annex-line', priority: 60 }] },
    table: { content: 'table_row*', isolating: true, toDOM: () => ['table', ['tbody', 0]], parseDOM: [{ tag: 'table' }] },
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
    cell_line: { content: 'text*', toDOM: () => ['p', { class: 'cell-line' }, 0], parseDOM: [{ tag: 'p.cell-line', priority: 60 }] },
    text: {},
  },
})
