import { expect, test } from 'vitest'
import { parseText } from '../../text/index.ts'
import { orderOfText } from './order-of-text.ts'
import type { RecordedAmendment } from './recorded-amendment.ts'

const voted = parseText(`某市停车条例

第一章　总则

第一条　甲。

第二章　收费

第二条　乙。

第三条　丙。

第三章　附则

第四条　丁。

附件1　标准

五元。

附件2　式样

白底。`)

const said = (...places: [RecordedAmendment['kind'], string][]): string[] => {
  const amendments = places.map(([kind, articleId]) => ({ kind, articleId }))
  return orderOfText(voted, amendments).map((at) => `${amendments[at]?.kind} ${amendments[at]?.articleId}`)
}

test.each<[string, [RecordedAmendment['kind'], string][], string[]]>([
  ['annexes behind articles, the name before all', [['removeAnnex', 'annex_2'], ['annex', 'annex_1'], ['remove', 'art_3'], ['title', 'title']], ['title title', 'remove art_3', 'annex annex_1', 'removeAnnex annex_2']],
  ['a chapter before its articles', [['words', 'art_2'], ['heading', 'chp_2'], ['words', 'art_1']], ['words art_1', 'heading chp_2', 'words art_2']],
  ['a new chapter behind the last article of its neighbour and before the next one', [['heading', 'chp_3'], ['addDivision', 'chp_2'], ['remove', 'art_3']], ['remove art_3', 'addDivision chp_2', 'heading chp_3']],
  ['as they were written where the place is one', [['addItem', 'art_2'], ['words', 'art_2'], ['addClause', 'art_2']], ['addItem art_2', 'words art_2', 'addClause art_2']],
  ['the first annex of a text that has none yet last', [['addAnnex', 'annexes'], ['words', 'art_4']], ['words art_4', 'addAnnex annexes']],
])('a decision says %s', (_name, places, expected) => {
  expect(said(...places)).toEqual(expected)
})
