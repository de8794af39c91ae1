import { expect, test } from 'vitest'
import { compareTexts } from '../../compare/index.ts'
import { parseText } from '../../text/index.ts'
import { amendedAlignment } from './amended-alignment.ts'
import { applyAmendments } from './apply-amendments.ts'
import type { RecordedAmendment } from './recorded-amendment.ts'

const voted = parseText(`某市停车条例

第一条　为了规范停车，制定本条例。

第二条　停车场按照规定的标准收费，在入口处设置附件规定的公示牌。

第三条　停车场应当保持整洁。

第四条　本条例自2026年7月1日起施行。`)

const said = (kind: RecordedAmendment['kind'], articleId: string, rest: Partial<RecordedAmendment> = {}): RecordedAmendment => ({ kind, articleId, articleLabel: '', before: '', after: '', reason: '一致', ...rest })

test.each<[string, RecordedAmendment[], string[]]>([
  ['new, although its words were another one’s', [said('words', 'art_2', { before: '，在入口处设置附件规定的公示牌', after: '' }), said('addAfter', 'art_2', { after: '停车场应当在入口处设置附件规定的公示牌。' })], ['same 第一条-第一条', 'changed 第二条-第二条', 'added -第三条', 'same 第三条-第四条', 'same 第四条-第五条']],
  ['deleted, although a new one has its words', [said('remove', 'art_3'), said('addAfter', 'art_1', { after: '停车场应当保持整洁。' })], ['same 第一条-第一条', 'added -第二条', 'same 第二条-第三条', 'removed 第三条-', 'same 第四条-第四条']],
  ['itself, although all its words are others', [said('words', 'art_3', { before: '停车场应当保持整洁。', after: '经营者不得拒绝接收车辆。' })], ['same 第一条-第一条', 'same 第二条-第二条', 'changed 第三条-第三条', 'same 第四条-第四条']],
])('an article is %s, in the comparison with the amended text', (_name, amendments, rows) => {
  const amended = applyAmendments(voted, amendments)
  expect(amended.faults).toEqual([])
  const shown = compareTexts(voted, amended.text, amendedAlignment(voted, amended)).rows.map(({ kind, old, new: now }) => `${kind} ${old.map((a) => a.number).join('、')}-${now.map((a) => a.number).join('、')}`)
  expect(shown).toEqual(rows)
})
