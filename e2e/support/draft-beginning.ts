/** What people do in the drafting workspace: begin a draft, write in it, keep a text that goes out. */
import type { Page } from 'playwright-core'
import { fillField } from './legislation-steps.ts'
import type { FileToSend } from './office-files.ts'

/** Opens the workspace of a project and waits for its text. */
export async function openDraft(page: Page, projectId: string): Promise<void> {
  await page.goto(`/app/projects/${projectId}/draft`)
  await page.locator('.ProseMirror .draft-article').first().waitFor()
}

/** Begins the draft of a project with a file. */
export async function startDraft(page: Page, { projectId, file }: { projectId: string; file: FileToSend }): Promise<void> {
  await page.goto(`/app/projects/${projectId}/draft`)
  await page.locator('draft-start input[type=file]').setInputFiles(file)
  await page.locator('.ProseMirror .draft-article').first().waitFor()
}

export type Edit = { /** 第六条 */ article: string; find: string; replace: string }

/** Selects words of an article as with the pointer and types others in their place. */
export async function editWords(page: Page, { article, find, replace }: Edit): Promise<void> {
  const place = page.locator(`.draft-article[data-label="${article}"]`)
  await place.scrollIntoViewIfNeeded()
  await page.locator('.ProseMirror').focus()
  await place.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1
      if (at < 0) continue
      document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
      return
    }
    throw new Error(`no line of the article says ${wanted}`)
  }, find)
  if (replace === '') await page.keyboard.press('Delete')
  else await page.keyboard.type(replace)
  if (replace !== '') await place.getByText(replace).first().waitFor()
}

/** Waits until the server has everything that was typed here. */
export const allSaved = (page: Page): Promise<void> => page.locator('.draft-head .saved.saved').waitFor()

/** 各稿 → 留存一稿: keeps the working copy as the text that goes out. */
export async function keepText(page: Page, kind: string): Promise<void> {
  await allSaved(page)
  await page.getByRole('button', { name: '各稿' }).click()
  const sheet = page.locator('draft-versions')
  await sheet.getByRole('button', { name: '留存一稿' }).click()
  await fillField(sheet, '留存为', kind)
  await sheet.locator('.btn.main').click()
  await sheet.getByText('已留存“').waitFor()
  await page.keyboard.press('Escape')
}
