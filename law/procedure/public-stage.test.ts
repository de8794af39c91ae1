import { expect, test } from 'vitest'
import { publicHalt, publicStage } from './public-stage.ts'

test.each([
  [null, '准备中'], ['surveying', '准备中'], ['deferred', '准备中'], ['drafting', '准备中'], ['onAgenda', '一审和征求意见'], ['secondReading', '再审和表决'], ['shelved', '搁置审议'], ['extended', '搁置审议'], ['withdrawn', '已撤回'], ['terminated', '终止审议'],
  ['rejected', '已结束'], ['inForce', '已公布'],
])('a project that is %s is told as %s', (state, label) => {
  expect(publicStage(state).label).toBe(label)
})

test('only a bill that was tabled and does not go on is told to stand still', () => {
  expect(['shelved', 'withdrawn', 'terminated'].map(publicHalt)).toEqual(['搁置审议', '已撤回', '终止审议'])
  expect([null, 'deferred', 'rejected', 'firstReading', 'inForce'].map(publicHalt)).toEqual([null, null, null, null, null])
})
