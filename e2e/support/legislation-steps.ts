/** What people do on the pages of a project, as often as a journey needs it: each waits until the page says that it was done. */
import { expect } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import type { Journey } from './journey.ts'
import type { FileToSend } from './office-files.ts'

/** A document of a step's form: its file with number and date, the reason why there is none, or why the one of the round before still holds. */
export type GivenDocument = FileToSend | { file: FileToSend; documentNo?: string; dated?: string } | { reason: string } | { carried: string }

/** Types into the field of that label or chooses in it: an option whose words hold the value, the words themselves where the field may be typed. */
export async function fillField(form: Locator, label: string, value: string): Promise<void> {
  const field = form.locator('lf-field').filter({ has: form.page().locator('label.field-name', { hasText: new RegExp(`^\\s*${label}\\s*\\*?\\s*$`, 'u') }) }).first()
  const control = field.locator('select, textarea, input').first()
  if (!(await control.evaluate((element) => element instanceof HTMLSelectElement))) return control.fill(value)
  const option = control.locator('option', { hasText: value }).first()
  const typed = field.locator('input, textarea').first()
  // what may be chosen comes after the form itself; words that are not in the list are typed beside it
  await option.or(typed).first().waitFor({ state: 'attached' })
  if ((await option.count()) > 0) await control.selectOption({ value: (await option.getAttribute('value')) ?? '' })
  else await typed.fill(value)
}

/** Gives one document in the form of the step that is open. */
async function giveDocument(form: Locator, label: string, given: GivenDocument): Promise<void> {
  const asked = form.locator('.asked > li').filter({ has: form.page().locator('.asked-head b', { hasText: new RegExp(`^\\s*${label}\\s*\\*?\\s*$`, 'u') }) })
  if ('carried' in given) {
    await asked.getByLabel('沿用上一轮的').check()
    return asked.getByLabel('沿用的理由').fill(given.carried)
  }
  if ('reason' in given) return asked.getByLabel('不需要的，写明原因').fill(given.reason)
  const { file, documentNo, dated } = 'file' in given ? given : { file: given, documentNo: undefined, dated: undefined }
  await asked.locator('input[type=file]').setInputFiles(file)
  // number and date are asked for when the file has arrived
  await asked.getByLabel('文号').waitFor()
  if (documentNo !== undefined) await asked.getByLabel('文号').fill(documentNo)
  if (dated !== undefined) await asked.getByLabel('文件日期').fill(dated)
}

/** Opens the form of a step: its button stands in the head of the page, or under 其他步骤. */
export async function openStep(page: Page, button: string): Promise<Locator> {
  const head = page.locator('lf-case-bar')
  const at = head.getByRole('button', { name: button, exact: true }).first()
  const others = head.getByRole('button', { name: '其他步骤' })
  await others.or(at).first().waitFor()
  if (!(await at.isVisible())) await others.click()
  await at.click()
  const form = page.locator('step-dialog')
  await form.locator('form').waitFor()
  return form
}

export type Step = {
  /** the words on the button */
  button: string
  /** fields of the form by their labels */
  values?: Readonly<Record<string, string>>
  /** documents that the form asks for by their names */
  documents?: Readonly<Record<string, GivenDocument>>
  /** the state that the project is in afterwards, in the words of its page; unset: it stays */
  state?: string
}

/** Takes a step of the project whose page is open, as a form, and waits for the sentence that it was done and for the new state. */
export async function takeStep(page: Page, { button, values = {}, documents = {}, state }: Step): Promise<void> {
  const form = await openStep(page, button)
  for (const [label, value] of Object.entries(values)) await fillField(form, label, value)
  for (const [label, given] of Object.entries(documents)) await giveDocument(form, label, given)
  await form.locator('.btn.main, .btn.grave').last().click()
  // what cannot be taken back is asked once more
  const sure = page.locator('body > div > lf-dialog[open] > .btn.grave')
  const done = page.getByText(`已办理：${button}。`)
  const wrong = form.locator('.field-error').or(form.getByRole('alert'))
  await done.or(sure).or(wrong).first().waitFor()
  if (await sure.isVisible()) await sure.click()
  if (!(await done.isVisible()) && (await wrong.count()) > 0) throw new Error(`${button}: ${(await wrong.allInnerTexts()).join(' ')}`)
  await done.waitFor()
  if (state !== undefined) await expect.poll(() => page.locator('.case-state').first().textContent()).toContain(state)
}

/** Gives a document beside the steps: 提交文件 on the page of the project. */
export async function uploadDocument(page: Page, { kind, file, documentNo, dated }: { kind: string; file: FileToSend; documentNo?: string; dated?: string }): Promise<void> {
  await page.locator('.pap').getByRole('button', { name: '提交文件' }).click()
  const form = page.locator('document-dialog')
  await fillField(form, '文件种类', kind)
  await form.locator('input[type=file]').setInputFiles(file)
  await form.locator('li.stored').waitFor()
  if (documentNo !== undefined) await form.getByLabel('文号').fill(documentNo)
  if (dated !== undefined) await form.getByLabel('文件日期').fill(dated)
  await form.locator('.btn.main').click()
  await page.getByText('文件已提交。').waitFor()
}

/** Lines of the history of the project whose page is open, all of them, newest first. */
export async function historyOf(page: Page): Promise<string[]> {
  const all = page.locator('.hist').getByRole('button', { name: /^全部/u })
  if (await all.isVisible()) await all.click()
  return (await page.locator('.hist li').allInnerTexts()).map((words) => words.replaceAll(/\s+/gu, ' ').trim())
}

/** The project is not there for this person: not on its page, not in the lists. */
export async function expectNotFound(journey: Journey, username: string): Promise<void> {
  const { page, open, context } = await journey.desk(username)
  await open(`/app/projects/${journey.projectId}`)
  await page.getByText('没有找到').first().waitFor()
  expect((await context.request.get(`/api/projects/${journey.projectId}/draft`)).status()).toBe(404)
  const found = await journey.read<{ items: { id: string }[] }>(username, `/api/projects?view=all&q=${encodeURIComponent(journey.title)}`)
  expect(found.items.map(({ id }) => id)).not.toContain(journey.projectId)
}
