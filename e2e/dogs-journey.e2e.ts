import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from './support/browser.ts'
import { draft, listInPlan, openAndAppraise, reviewByGovernment, survey } from './support/dog-preparation.ts'
import { readDogStory } from './support/dog-story.ts'
import { Journey } from './support/journey.ts'
import { OwnDemo } from './support/own-demo.ts'

/** A dog regulation through everything that the law has for it, on a demonstration of its own, because the calendar is turned. */
let browser: Browser
let journey: Journey

beforeAll(async () => {
  const [story, demo] = await Promise.all([readDogStory(), OwnDemo.start()])
  browser = await openBrowser()
  journey = new Journey({ browser, demo, story })
})
afterAll(async () => {
  await journey?.close()
  await browser?.close()
  await journey?.demo.stop()
})

describe('a dog regulation', () => {
  test('is proposed and appraised with its papers', () => openAndAppraise(journey))
  test('is reported to the Party committee, put into the plan by 主任会议, and listed', () => listInPlan(journey))
  test('is surveyed, with a research centre that is put on it alone', () => survey(journey))
  test('is drafted by two people at once', () => draft(journey))
  test('is reviewed by the justice bureau and passed by the executive meeting', () => reviewByGovernment(journey))
  test('and no page complained', () => expect(journey.complaints).toEqual([]))
})
