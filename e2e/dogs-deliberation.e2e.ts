import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from './support/browser.ts'
import { deliberation, takeUpDemonstration } from './support/dog-deliberation.ts'
import { readDogStory } from './support/dog-story.ts'
import { Journey } from './support/journey.ts'
import { OwnDemo } from './support/own-demo.ts'

/** The demonstration's dog regulation from its first reading to the public, on a demonstration of its own: the calendar is turned. */
let browser: Browser
let journey: Journey

beforeAll(async () => {
  const [story, demo] = await Promise.all([readDogStory('养犬管理条例'), OwnDemo.start()])
  browser = await openBrowser()
  journey = new Journey({ browser, demo, story })
  await takeUpDemonstration(journey, '2026-03-26')
})
afterAll(async () => {
  await journey?.close()
  await browser?.close()
  await journey?.demo.stop()
})

describe('a dog regulation on the agenda', () => {
  for (const { says, run } of deliberation) test(says, () => run(journey))
  test('and no page complained', () => expect(journey.complaints).toEqual([]))
})
