import { expect, test } from 'vitest'
import { shortMeeting } from './meeting-name.ts'

test.each([
  ['甲市第八届人民代表大会常务委员会第四十三次会议', '第四十三次会议'], ['甲市第八届人大常委会第65次主任会议（2026-03-05）', '第65次主任会议'], ['甲市第八届人民代表大会法制委员会第四次会议', '法制委员会第四次会议'],
  ['第五十一次主任会议', '第五十一次主任会议'], ['上级人大常委会批准', '上级人大常委会批准'],
])('%s is %s', (title, short) => expect(shortMeeting(title)).toBe(short))
