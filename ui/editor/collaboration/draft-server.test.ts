import { Step, Transform } from 'prosemirror-transform'
import { expect, test } from 'vitest'
import { draftDocument } from '../../../law/drafting/index.ts'
import { editorSchema, parseText } from '../../../law/text/index.ts'
import { NotReached, refusalOf, StepsRefused } from './draft-server.ts'
import { TEXT } from './testing/page.ts'

test.each<[number, unknown, string]>([
  [409, { reason: 'moved' }, 'moved'],
  [409, { reason: 'held', detail: '正由张某修改' }, 'held'],
  [413, {}, 'too-large'],
  [422, {}, 'unfit'],
  [404, {}, 'not-allowed'],
  [401, {}, 'wait'],
  [503, {}, 'wait'],
  [429, {}, 'wait'],
  [409, { type: '/problems/duplicate-request' }, 'wait'],
])('an answer of %i with %j means %s', (status, body, meaning) => {
  const refused = refusalOf(status, body)
  expect(refused instanceof StepsRefused ? refused.reason : refused instanceof NotReached ? 'wait' : 'failed').toBe(meaning)
})

test('a step comes back from the store as it went in', () => {
  const step = new Transform(draftDocument(parseText(TEXT))).insert(1, editorSchema.text('字')).steps[0]
  expect(Step.fromJSON(editorSchema, structuredClone(step?.toJSON())).toJSON()).toEqual(step?.toJSON())
})
