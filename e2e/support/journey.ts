import type { Browser, Page } from 'playwright-core'
import { atDesk, demoUrl, type Desk } from './browser.ts'
import type { DogStory } from './dog-story.ts'
import type { OwnDemo } from './own-demo.ts'

/** The demonstration on which a journey goes: its own, or the one that all share, whose calendar nobody turns. */
export type JourneyDemo = Pick<OwnDemo, 'url' | 'turnTo' | 'stop'>

export const sharedDemo = (): JourneyDemo => ({
  url: demoUrl(),
  turnTo: (day) => Promise.reject(new Error(`the shared demonstration is not turned to ${day}`)),
  stop: () => Promise.resolve(),
})

/** People of the demonstration by what they do for a regulation. */
export const cast = {
  officer: 'zuqingyan', secondOfficer: 'shengyining', chief: 'xinhuaisu', meetingClerk: 'xingzhiqiu', governmentClerk: 'biwangbei', justiceBureau: 'huayizhou', policeDrafter: 'wuyanqiu', centre: 'guxiangwan', committee: 'lizhaoye',
  council: 'cenyuanfan', issuer: 'jianboheng', member: 'anzhiyuan', lawCommittee: 'chengwangshu', province: 'yuelinchuan',
} as const

/** The day of the demonstration itself. */
const FIRST_DAY = '2026-03-12'

/**
 * What the phases of the journey hand on to each other: a demonstration of its own, the desks of the people who act, the
 * project and its draft. Each desk stays open between phases, signed in, and hears what its page complains of.
 */
export class Journey {
  readonly demo: JourneyDemo
  readonly story: DogStory
  /** the day on which the demonstration stands now */
  today = FIRST_DAY
  /** ids as they come to exist */
  projectId = ''
  draftId = ''
  /** id of the plenary session on whose agenda the first reading stands */
  firstSessionId = ''
  readonly #browser: Browser
  readonly #desks = new Map<string, Desk>()

  constructor(options: { browser: Browser; demo: JourneyDemo; story: DogStory }) {
    this.#browser = options.browser
    this.demo = options.demo
    this.story = options.story
  }

  get title(): string {
    return this.story.title
  }

  /** The desk of a person of the demonstration, opened the first time. */
  async desk(username: string): Promise<Desk> {
    const there = this.#desks.get(username)
    if (there !== undefined) return there
    const opened = await atDesk(this.#browser, username, { width: 1366, height: 768 }, this.demo.url)
    this.#desks.set(username, opened)
    return opened
  }

  /** Somebody without an account; whoever asked closes the desk. */
  visitor(): Promise<Desk> {
    return atDesk(this.#browser, null, { width: 1366, height: 768 }, this.demo.url)
  }

  /** Turns the calendar on; no page is open meanwhile, and everybody stays signed in. */
  async turnTo(day: string): Promise<void> {
    await Promise.all([...this.#desks.values()].map(({ page }) => page.goto('about:blank')))
    await this.demo.turnTo(day)
    this.today = day
  }

  /** The page of the project at that person's desk, loaded anew. */
  async project(username: string): Promise<Page> {
    const { page, open } = await this.desk(username)
    await open(`/app/projects/${this.projectId}`)
    await page.getByRole('heading', { name: this.title, level: 1 }).waitFor()
    return page
  }

  /** What the API answers this person; for results only, never to act. */
  async read<T>(username: string, path: string): Promise<T> {
    const answer = await (await this.desk(username)).context.request.get(path)
    if (!answer.ok()) throw new Error(`${username} ${path}: ${answer.status()} ${await answer.text()}`)
    return (await answer.json()) as T
  }

  /** What the pages of all desks reported as wrong. */
  get complaints(): string[] {
    return [...this.#desks].flatMap(([username, { complaints }]) => complaints.map((words) => `${username}: ${words}`))
  }

  async close(): Promise<void> {
    await Promise.all([...this.#desks.values()].map((desk) => desk.close()))
  }
}
