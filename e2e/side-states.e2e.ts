import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from './support/browser.ts'
import { readDogStory } from './support/dog-story.ts'
import { Journey } from './support/journey.ts'
import { OwnDemo } from './support/own-demo.ts'
import type { Session } from './support/quick-start.ts'
import { beginReading, carry, closeAtOnce, endAfterExtension, extendAfterTwoYears, heritageTitle, moveSession, relist, shelveInPlenary, shelveInSession, suspendPreparation, withdrawInSession } from './support/side-phases.ts'

/** What takes a bill off its way, each acted through its form; a demonstration of its own, because the calendar is turned at the end. */
let browser: Browser
let demo: OwnDemo
/** the stray dogs of a committee, read and suspended; the dogs of the demonstration, on the agenda of a session to come; a survey of the plan */
let strays: Journey
let dogs: Journey
let heritage: Journey
let session: Session

beforeAll(async () => {
  const [story, told, own] = await Promise.all([readDogStory('流浪犬只收容管理条例'), readDogStory('养犬管理条例'), OwnDemo.start()])
  demo = own
  browser = await openBrowser()
  strays = new Journey({ browser, demo, story })
  dogs = new Journey({ browser, demo, story: told })
  heritage = new Journey({ browser, demo, story: { ...story, title: heritageTitle(story.city) } })
  await Promise.all([carry(dogs, dogs.title), carry(heritage, heritage.title)])
})
afterAll(async () => {
  await Promise.all([strays, dogs, heritage].map((journey) => journey?.close()))
  await browser?.close()
  await demo?.stop()
})

describe('a bill that does not go its way', () => {
  test('is put off before it is drafted, and taken up again', () => suspendPreparation(heritage))
  test('is read on another day when its session is moved: materials, members and proposers follow', () => moveSession(dogs))
  test('has a vote that two clerks close in the same moment: one count holds, the other clerk sees both', async () => {
    session = await beginReading(strays)
    await closeAtOnce(strays, session)
  })
  test('is suspended by 主任会议 while the session is held: nobody votes on it any more', () => shelveInSession(strays, session))
  test('is withdrawn by its proposer in the middle of its reading', () => withdrawInSession(dogs))
  test('comes on the agenda again, and goes on to the vote', () => relist(strays))
  test('is suspended once more, by the plenary that was to vote on it', () => shelveInPlenary(strays))
  test('is put off when it was suspended for two years, to a day that is counted to', async () => {
    // their pages ask for what is new, and the server is away for a moment
    await Promise.all([dogs.close(), heritage.close()])
    await extendAfterTwoYears(strays)
  })
  test('ends when the extension is over', () => endAfterExtension(strays))
  test('and no page complained', () => expect([strays, dogs, heritage].flatMap((journey) => journey.complaints)).toEqual([]))
})
