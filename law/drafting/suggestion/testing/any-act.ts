import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import type { Transform } from 'prosemirror-transform'
import { parseText } from '../../../text/index.ts'
import { draftDocument, findKey, keyOf } from '../../document/index.ts'

const TEXT = [
  '某市养犬管理条例', '第一章　总则', '第一条　为了规范养犬行为，制定本条例。', '第二条　本条例适用于本市行政区域。', '第二章　登记', '第三条　养犬应当登记，并提交下列材料：', '（一）身份证明；', '（二）免疫证明。',
  '第四条　登记每年审验。', '违反第三条规定的，处二百元罚款。', '第五条　养犬人携犬外出，应当使用牵引绳。', '第三章　附则', '第六条　本条例自公布之日起施行。',
].join('\n')

let made = 0
export const fresh = (): string => `k${(made += 1)}`
export const draft = (): Node => draftDocument(parseText(TEXT), fresh)

/** Every article of a draft with its place. */
export function articles(doc: Node): { key: string; pos: number; node: Node }[] {
  const found: { key: string; pos: number; node: Node }[] = []
  doc.descendants((node, pos) => {
    if (node.type.name === 'article') found.push({ key: keyOf(node), pos, node })
    return node.type.name === 'chapter'
  })
  return found
}

/** Anything a person may do to a draft. */
export const acts = fc.array(fc.record({ what: fc.constantFrom('type', 'type', 'delete', 'split', 'remove', 'move', 'level', 'add', 'title'), article: fc.nat(20), to: fc.nat(20), at: fc.nat(30), words: fc.constantFrom('应当', '不得', '五百元', '市人民政府') }), { minLength: 1, maxLength: 10 })
export type Act = { what: string; article: number; to: number; at: number; words: string }

/** Does it, where it can be done. */
export function act(tr: Transform, { what, article, to, at, words }: Act): void {
  const all = articles(tr.doc)
  const one = all[article % all.length]
  if (one === undefined) return
  const clauses = one.node.children.filter(({ type }) => type.name === 'clause')
  const clause = clauses[at % Math.max(1, clauses.length)]
  const { schema } = tr.doc.type
  if (clause === undefined) return
  const start = (findKey(tr.doc, keyOf(clause))?.pos ?? 0) + 1
  const place = start + (at % (clause.content.size + 1))
  switch (what) {
    case 'type': return void tr.insert(place, schema.text(words))
    case 'delete': return void (place - start >= 2 && tr.delete(place - 2, place))
    case 'split': return void tr.split(place, 2, [{ type: one.node.type, attrs: { ...one.node.attrs, key: fresh() } }, { type: clause.type, attrs: { ...clause.attrs, key: fresh() } }])
    case 'remove': return void (all.length > 2 && tr.delete(one.pos, one.pos + one.node.nodeSize))
    case 'level': return void tr.setNodeMarkup(start - 1, null, { ...clause.attrs, kind: clause.attrs['kind'] === 'item' ? 'paragraph' : 'item' })
    case 'add': return void tr.insert(one.pos, one.node.type.create({ key: fresh() }, clause.type.create({ key: fresh() }, schema.text(words))))
    case 'title': return void tr.insert(1, schema.text(words))
    case 'move': {
      const goal = all[to % all.length]
      if (goal === undefined || goal.key === one.key) return
      tr.delete(one.pos, one.pos + one.node.nodeSize)
      return void tr.insert(tr.mapping.slice(tr.mapping.maps.length - 1).map(goal.pos), one.node)
    }
    default: throw new RangeError(what)
  }
}
