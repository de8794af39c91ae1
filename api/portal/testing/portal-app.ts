import { afterAll, beforeAll, beforeEach } from 'vitest'
import { createTestApp, type TestApp } from '../../testing/create-test-app.ts'

const TODAY = '2026-03-12'

/** For a file of tests about what the house gives to the public: the API on a database of its own, each test begun on the same day. */
export function onPortalApp() {
  let made: TestApp | null = null
  const app = (): TestApp => {
    if (made === null) throw new Error('the app is made before the first test')
    return made
  }
  beforeAll(async () => {
    made = await createTestApp({ today: TODAY })
  })
  afterAll(() => app().close())
  beforeEach(() => app().setToday(TODAY))
  return {
    get t() {
      return app()
    },
    /** The answer of the API; throws with what it says instead where it is another one than expected. */
    async read(response: Response, status = 200) {
      const given = JSON.parse(await response.text())
      if (response.status !== status) throw new Error(`${response.status} ${JSON.stringify(given)}`)
      return given
    },
    /** A page of the portal as anybody gets it. */
    async page(path: string): Promise<{ status: number; words: string }> {
      const answer = await app().app.request(path)
      return { status: answer.status, words: await answer.text() }
    },
    post: async (username: string, path: string, body: object): Promise<Response> => (await app().as(username)).post(path, body),
  }
}
