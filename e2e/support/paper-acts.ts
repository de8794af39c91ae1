/** The way of a paper of a project: drafted from the record on the project's page, its open passages filled, checked and signed by others. */
import type { Page } from 'playwright-core'
import type { Journey } from './journey.ts'

/** The button of a question that is asked once more. */
const sure = (page: Page) => page.locator('lf-dialog[open] > .btn.main')

export type PaperWay = {
  /** as the list of what may be drafted calls it */
  kind: string
  drafter: string
  /** absent where the house that drafts it signs it without a check */
  checker?: string
  signer: string
  /** what only people know, by the label of the passage; every passage that is open must have one */
  passages?: (label: string) => string | undefined
  /** a page other than the project's on which the paper is drafted */
  from?: string
}

/** Drafts a paper on the page of its project and leaves the paper open. Returns its id. */
async function draftPaper(page: Page, kind: string): Promise<string> {
  const part = page.locator('project-papers')
  await part.getByLabel('拟哪一种').selectOption({ label: kind })
  await part.getByRole('button', { name: '拟稿' }).click()
  await page.waitForURL(/\/papers\/[0-9a-f-]+$/u)
  await page.locator('view-paper lf-paper').waitFor()
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** Fills what the record does not say. Throws where a passage is open for which nothing was given. */
async function fillPassages(page: Page, passages: (label: string) => string | undefined): Promise<void> {
  const open = page.locator('.passages lf-field.open')
  for (let left = await open.count(); left > 0; left -= 1) {
    const field = open.first()
    const label = (await field.locator('label.field-name').innerText()).trim()
    const value = passages(label)
    if (value === undefined) throw new Error(`the paper asks for “${label}”`)
    const control = field.locator('input, textarea, select')
    if (await control.evaluate((element) => element instanceof HTMLSelectElement)) await control.selectOption({ label: value })
    else {
      await control.fill(value)
      await control.blur()
    }
    await page.getByText(left === 1 ? '没有要填的' : `还要填写 ${left - 1} 处`).waitFor()
  }
}

async function act(page: Page, button: string): Promise<void> {
  await page.locator('lf-case-bar').getByRole('button', { name: button, exact: true }).click()
}

/** From the draft to the signature, each by their own person. Returns the id of the paper. */
export async function issuePaper(journey: Journey, way: PaperWay): Promise<string> {
  const { page, open } = await journey.desk(way.drafter)
  await open(way.from ?? `/app/projects/${journey.projectId}`)
  const id = await draftPaper(page, way.kind)
  await fillPassages(page, way.passages ?? (() => undefined))
  const toCheck = way.checker !== undefined
  await act(page, toCheck ? '送核稿' : '送签发')
  await page.getByText(`已办理：${toCheck ? '送核稿' : '送签发'}。`).waitFor()
  if (way.checker !== undefined) {
    const checker = await journey.desk(way.checker)
    await checker.open(`/app/papers/${id}`)
    await checker.page.getByLabel('意见', { exact: true }).fill('同意。')
    await act(checker.page, '核稿同意，送签发')
    await checker.page.getByText('已办理：核稿同意，送签发。').waitFor()
  }
  await signPaper(journey, id, way.signer)
  return id
}

async function signPaper(journey: Journey, id: string, signer: string): Promise<void> {
  const { page, open } = await journey.desk(signer)
  await open(`/app/papers/${id}`)
  await act(page, '签发')
  await sure(page).click()
  await page.getByText('已签发').first().waitFor()
}

/** Words of the paper on the screen, from page to page: a sentence may begin on one and end on the next. */
export const shownWords = async (page: Page): Promise<string> => (await page.locator('lf-paper .sheet-text').allInnerTexts()).join('')

/** Words of a paper as it reads at somebody's desk. */
export async function paperWords(journey: Journey, id: string, reader: string): Promise<string> {
  const { page, open } = await journey.desk(reader)
  await open(`/app/papers/${id}`)
  await page.locator('view-paper lf-paper .sheet-text').first().waitFor()
  return shownWords(page)
}
