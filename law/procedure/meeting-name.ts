/** A meeting as its own house calls it: 第四十三次会议, 法制委员会第四次会议, 第六十五次主任会议. */
export const shortMeeting = (title: string): string => title.replace(/^.*?(?=法制委员会)/u, '').replace(/^.*常务委员会(?=第)/u, '').replace(/^.*?常委会(?=第)/u, '').replace(/（\d{4}-\d{2}-\d{2}）$/u, '')
