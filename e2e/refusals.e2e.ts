import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from './support/browser.ts'
import { readDogStory } from './support/dog-story.ts'
import { Journey, sharedDemo } from './support/journey.ts'
import { approveSecondRound, beginAtProvince, correctPublished, publishWithEverything, redraftAfterRefusal, refuseApproval } from './support/publication-phases.ts'
import type { Session } from './support/quick-start.ts'
import { beginVote, correctCount, decideOnClause, failByMajorityOfAll, seeNotAdopted, tableAgain, voteClauseFirst } from './support/refusal-phases.ts'

/** What the law refuses, acted through the forms: each refusal names its rule, what was typed stays, and the state is shown wherever the project is. */
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const journeyOf = async (name: string): Promise<Journey> => new Journey({ browser, demo: sharedDemo(), story: await readDogStory(name) })

describe('a bill that its vote refuses', () => {
  let journey: Journey
  let session: Session
  let address = ''
  beforeAll(async () => {
    journey = await journeyOf('宠物犬管理条例')
    session = await beginVote(journey)
  })
  afterAll(() => journey?.close())

  test('has a clause voted by itself, by a form that says what is lacking', () => decideOnClause(journey))
  test('is not voted as a whole before that clause was', () => voteClauseFirst(journey, session))
  test('is counted wrong, and corrected beside the count', () => correctCount(journey))
  test('fails without a majority of all members, whatever the clerk chooses', () => failByMajorityOfAll(journey, session))
  test('is shown so everywhere, and asked for again', () => seeNotAdopted(journey))
  test('is tabled again with new papers and those that still hold', () => tableAgain(journey))
  test('is published, when it was adopted and approved, with everything that 立法法 88 and 89 ask for', async () => {
    await approveSecondRound(journey)
    address = await publishWithEverything(journey)
  })
  test('is then corrected by a recorded act and not edited', () => correctPublished(journey, address))
  test('and no page complained', () => expect(journey.complaints).toEqual([]))
})

describe('a regulation that the province refuses', () => {
  let journey: Journey
  let requestId = ''
  beforeAll(async () => {
    journey = await journeyOf('遛犬管理条例')
    requestId = await beginAtProvince(journey)
  })
  afterAll(() => journey?.close())

  test('is refused with its meeting, decision and reason', () => refuseApproval(journey, requestId))
  test('is drafted again by a decision, with papers of a new round', () => redraftAfterRefusal(journey, requestId))
  test('and no page complained', () => expect(journey.complaints).toEqual([]))
})
