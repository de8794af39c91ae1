import { expect, test } from 'vitest'
import { parseText } from '../../text/index.ts'
import { applyAmendments } from './apply-amendments.ts'
import type { RecordedAmendment } from './recorded-amendment.ts'
import { sayFollowing } from './say-following.ts'

const voted = parseText(`某市停车条例

第一章　总则

第一条　为了规范停车，制定本条例。

第二章　收费

第二条　停车按照附件2规定的标准收费。

第三条　违反本条例第二条规定的，处五百元罚款。

第四条　本条例自2026年7月1日起施行。

附件1　式样

白底。

附件2　标准

五元。`)

const said = (kind: RecordedAmendment['kind'], articleId: string, rest: Partial<RecordedAmendment> = {}): RecordedAmendment => ({ kind, articleId, articleLabel: '', before: '', after: '', reason: '一致', ...rest })

test.each<[string, RecordedAmendment, string]>([
  ['nothing where words alone are others', said('words', 'art_3', { before: '五百元', after: '三百元' }), ''],
  ['nothing where the last article goes', said('remove', 'art_4'), ''],
  ['that articles and what cites them are counted anew', said('addAfter', 'art_1', { after: '停车应当有序。' }), '此外，对条文的序号和引用的序号作相应调整。'],
  ['that chapters are', said('addDivision', 'chp_1', { heading: '建设', after: '停车场由市人民政府建设。' }), '此外，对条文、章节的序号和引用的序号作相应调整。'],
  ['that annexes are', said('removeAnnex', 'annex_1'), '此外，对附件的序号和引用的序号作相应调整。'],
])('a decision says %s', (_name, amendment, sentence) => {
  const amended = applyAmendments(voted, [amendment])
  expect(sayFollowing(voted, amended)).toBe(sentence)
})
