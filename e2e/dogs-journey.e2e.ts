import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from './support/browser.ts'
import { deliberation } from './support/dog-deliberation.ts'
import { preparation } from './support/dog-preparation.ts'
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
  for (const { says, run } of [...preparation, ...deliberation]) test(says, () => run(journey))
  test('and no page complained', () => expect(journey.complaints).toEqual([]))
})
