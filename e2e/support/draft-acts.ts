/** What people do in the drafting workspace: words changed where they stand, articles put in and taken out, Word files taken in, texts kept. */
import { Node } from 'prosemirror-model'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { toTrackedDocx, type TrackedBlock } from '../../api/typesetting/index.ts'
import { carryKeys } from '../../fixtures/load/carry-keys.ts'
import { textOf, type TrackedLine, trackedLines } from '../../law/drafting/index.ts'
import { editorSchema, type LegalText, parseText, printLegalText } from '../../law/text/index.ts'
import type { Journey } from './journey.ts'
import { fillField } from './legislation-steps.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
type Stage = Parameters<Journey['story']['text']>[0]

/** The workspace of the journey's draft at somebody's desk, its text drawn and everything sent. */
export async function openDraft(journey: Journey, username: string): Promise<Page> {
  const { page, open } = await journey.desk(username)
  await open(`/app/projects/${journey.projectId}/draft`)
  await page.locator('.draft-article').first().waitFor()
  await saved(page)
  return page
}

/** Everything that was typed here has reached the server. */
export const saved = async (page: Page): Promise<void> => page.locator('.draft-head .saved', { hasText: '已存' }).waitFor()

/** An article by the key that it keeps while others are put in and taken out above it. */
const article = (page: Page, key: string): Locator => page.locator(`.draft-article[data-key="${key}"]`)

type Caret = { key: string; label: string; before: string; after: string; selected: string; behind: string }

/** Where the editor knows the caret: the article, its words on both sides, what is selected, and the article behind which it stands. */
const caret = (page: Page): Promise<Caret> =>
  page.evaluate(() => {
    const view = document.querySelector('law-editor')?.getView()
    const place: Caret = { key: '', label: '', before: '', after: '', selected: '', behind: '' }
    if (view == null) return place
    const { doc, selection: { $head, from, to } } = view.state
    const depth = [...Array($head.depth + 1).keys()].find((at) => $head.node(at).type.name === 'article')
    if (depth === undefined) return place
    const said = (a: number, b: number): string => doc.textBetween(a, b, '', (leaf) => leaf.type.spec.leafText?.(leaf) ?? '')
    const keyOf = (attrs: Readonly<Record<string, unknown>> | undefined): string => String(attrs?.['key'] ?? '')
    const key = keyOf($head.node(depth).attrs)
    return {
      key, label: document.querySelector(`.draft-article[data-key="${key}"]`)?.getAttribute('data-label') ?? '', before: said($head.start(depth), $head.pos), after: said($head.pos, $head.end(depth)), selected: said(from, to),
      behind: keyOf(doc.resolve($head.before(depth)).nodeBefore?.attrs),
    }
  })

/** Brings an article to the window by the outline at the left, as a person finds it, and waits until it stands still. Gives its key. */
export async function goTo(page: Page, label: string): Promise<string> {
  const row = page.locator('.draft-outline li').filter({ has: page.locator('b', { hasText: new RegExp(`^${label}$`, 'u') }) }).locator('button')
  // numbers are counted with the change, the outline a moment later: its line may still lead to the article that had the number
  await expect.poll(async () => (await row.click(), (await caret(page)).label)).toBe(label)
  await page.locator('.draft-outline [aria-current]', { hasText: label }).waitFor()
  const { key } = await caret(page)
  await article(page, key).evaluate(async (element) => {
    element.scrollIntoView({ block: 'center' })
    // chapters far away are laid out when they come near, which moves what stands below them
    for (let top = Number.NaN; top !== element.getBoundingClientRect().top; ) {
      top = element.getBoundingClientRect().top
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    }
  })
  return key
}

/** What an article says on the screen, and with `words` where those begin and end; what suggestions show as deleted is none of it. */
type Drawn = { said: string; from: { x: number; y: number }; to: { x: number; y: number } }
const drawn = (page: Page, key: string, words = ''): Promise<Drawn> =>
  article(page, key).evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) => (node.parentElement?.closest('.ProseMirror-widget') == null ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT))
    const letters: { node: globalThis.Node; at: number }[] = []
    let said = ''
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.nodeValue ?? ''
      for (let at = 0; at < text.length; at += 1) letters.push({ node, at })
      said += text
    }
    const start = said.indexOf(wanted)
    if (start < 0) throw new Error(`${element.getAttribute('data-label')} does not say ${wanted}, but ${said}`)
    const box = (letter: number): DOMRect => {
      const { node, at } = letters[letter] ?? { node: element, at: 0 }
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, Math.min(at + 1, node.nodeValue?.length ?? 0))
      return range.getBoundingClientRect()
    }
    const [first, last] = [box(start), box(start + Math.max(0, wanted.length - 1))]
    return { said, from: { x: first.left + 1, y: first.top + first.height / 2 }, to: { x: last.right - 1, y: last.top + last.height / 2 } }
  }, words)

/** These words stand in the article; what somebody else writes there in the same moment may stand beside them. */
async function says(page: Page, key: string, words: string): Promise<void> {
  await expect.poll(async () => (await drawn(page, key)).said).toContain(words)
}

/** Words that were typed, with the two letters before and behind the place where they were typed. */
function inPlace(said: string, words: string, typed: string): string {
  const start = said.indexOf(words)
  return said.slice(Math.max(0, start - 2), start) + typed + said.slice(start + words.length, start + words.length + 2)
}

/**
 * Selects words of an article with the pointer and types others in their place; nothing types them away. What somebody else
 * writes above in the same moment moves the lines: whoever sees that the words are not selected points at them again.
 */
export async function rewrite(page: Page, label: string, words: string, instead: string): Promise<void> {
  const key = await goTo(page, label)
  await expect
    .poll(async () => {
      const { from, to } = await drawn(page, await goTo(page, label), words)
      await page.mouse.click(from.x, from.y)
      await page.keyboard.down('Shift')
      await page.mouse.click(to.x, to.y)
      await page.keyboard.up('Shift')
      const { key: at, selected } = await caret(page)
      return [at, selected]
    })
    .toEqual([key, words])
  const { said } = await drawn(page, key)
  if (instead === '') await page.keyboard.press('Delete')
  else await page.keyboard.type(instead)
  await says(page, key, inPlace(said, words, instead))
}

/** Puts the caret behind words of an article with the pointer, behind its last without any. Gives the article's key and what it says. */
async function caretBehind(page: Page, label: string, words?: string): Promise<{ key: string; said: string }> {
  const key = await goTo(page, label)
  await expect
    .poll(async () => {
      const { said } = await drawn(page, await goTo(page, label))
      const { to } = await drawn(page, key, words ?? said)
      await page.mouse.click(to.x, to.y)
      const at = await caret(page)
      return [at.key, at.selected, words === undefined ? at.after === '' : at.before.endsWith(words)]
    })
    .toEqual([key, '', true])
  return { key, said: (await drawn(page, key)).said }
}

/** Types behind words of an article. */
export async function writeBehind(page: Page, label: string, words: string, more: string): Promise<void> {
  const { key, said } = await caretBehind(page, label, words)
  await page.keyboard.type(more)
  await says(page, key, inPlace(said, words, words + more))
}

/** Begins a new article behind an article and types it. */
export async function addArticleBehind(page: Page, label: string, words: string): Promise<void> {
  const { key, said } = await caretBehind(page, label)
  await page.keyboard.press('Control+Enter')
  await expect.poll(async () => { const { behind, before, after } = await caret(page); return [behind, before + after] }).toEqual([key, ''])
  const begun = (await caret(page)).key
  await page.keyboard.type(words)
  await says(page, begun, words)
  await says(page, key, said)
}

/** Takes an article out. */
export async function removeArticle(page: Page, label: string): Promise<void> {
  const key = await goTo(page, label)
  await article(page, key).locator('.draft-clause').first().click()
  await expect.poll(async () => (await caret(page)).key).toBe(key)
  await page.keyboard.press('Control+Shift+Backspace')
  await article(page, key).waitFor({ state: 'detached' })
}

/** 修订模式 on or off. */
export async function track(page: Page, on: boolean): Promise<void> {
  const box = page.getByRole('switch', { name: '修订模式' })
  if ((await box.isChecked()) !== on) await box.click()
  await expect.poll(() => box.isChecked()).toBe(on)
  await saved(page)
}

/** Settles every open suggestion; nothing where there is none. `typed`: the last words that were typed, which the margin shows in its own time. */
export async function settleAll(page: Page, how: '全部接受' | '全部不接受', typed?: string): Promise<void> {
  const button = page.locator('.draft-margin').getByRole('button', { name: how, exact: true })
  const open = async (): Promise<number> => Number(/未决修订 (\d+) 处/u.exec((await page.locator('.draft-foot').textContent()) ?? '')?.[1] ?? Number.NaN)
  if (typed !== undefined) await page.locator('.draft-margin .note.suggestion', { hasText: typed }).first().waitFor()
  for (let left = await open(); left !== 0; left = await open()) {
    await button.click()
    await page.locator('lf-dialog[open] > .btn.main').click()
    await expect.poll(open).toBeLessThan(left)
  }
  await saved(page)
}

/** 写明来由: why an article reads as it does, from the heading of its notes in the margin. */
export async function giveReason(page: Page, label: string, reason: string): Promise<void> {
  await goTo(page, label)
  await page.locator('.draft-margin section.here', { hasText: label }).getByRole('button', { name: '这句话为何这样写' }).click()
  const form = page.locator('draft-why')
  await form.getByRole('button', { name: '写明来由' }).click()
  await form.getByLabel('为什么这样改').fill(reason)
  await form.locator('.btn.main').click()
  await form.locator('.points li', { hasText: reason }).waitFor()
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'detached' })
}

/** 各稿: keeps the working copy as the text of a stage. */
export async function keepText(page: Page, kind: string): Promise<void> {
  await page.getByRole('button', { name: '各稿' }).click()
  const form = page.locator('draft-versions')
  await form.getByRole('button', { name: '留存一稿' }).click()
  await fillField(form, '留存为', kind)
  await form.locator('.btn.main').click()
  await form.getByText(`已留存“${kind}”。`).waitFor()
  await form.getByRole('row', { name: kind }).last().waitFor()
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'detached' })
}

/** What a text of the draft says, numbers, headings and all, line by line. */
export async function draftWords(journey: Journey, username: string, which: string): Promise<string> {
  const { text } = await journey.read<{ text: LegalText }>(username, `/api/drafts/${journey.draftId}/texts/${which}`)
  return printLegalText(text)
}
/** The same of a text of the story. */
export const storyWords = (journey: Journey, stage: Stage): string => printLegalText(parseText(journey.story.text(stage)))

/** The newest kept text of a kind. */
export async function keptText(journey: Journey, username: string, kind: string): Promise<string> {
  const { items } = await journey.read<{ items: { id: string; kind: string }[] }>(username, `/api/drafts/${journey.draftId}/snapshots`)
  const found = items.findLast((one) => one.kind === kind)
  if (found === undefined) throw new Error(`no text was kept as ${kind}`)
  return found.id
}

/** A Word file of the working copy in which somebody has changed it, with 修订 on, to what a stage of the story says. */
async function trackedFile(journey: Journey, username: string, stage: Stage, author: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const { doc } = await journey.read<{ doc: unknown }>(username, `/api/drafts/${journey.draftId}/texts/working`)
  const base = Node.fromJSON(editorSchema, doc)
  const to = carryKeys(base, parseText(journey.story.text(stage)))
  const revision = { author, at: `${journey.today}T01:00:00.000Z` }
  const block = ({ op, role, pieces }: TrackedLine): TrackedBlock => ({
    kind: role === 'text' || role === 'table' ? 'paragraph' : role, op, revision,
    words: pieces.map((piece) => ({ text: piece.text, strong: role === 'text' && piece.part !== 'words', op: piece.op, revision })),
  })
  const { title } = textOf(base)
  return { name: `${title}（修改建议）.docx`, mimeType: WORD, buffer: Buffer.from(await toTrackedDocx({ title, body: trackedLines({ base, doc: to, authored: [] }).map(block) })) }
}

/** 并入修订: the rest of the way to a stage of the story comes as a Word file with the tracked changes of an expert. */
export async function takeInTrackedFile(journey: Journey, options: { page: Page; username: string; stage: Stage; author: string }): Promise<void> {
  const { page, username, stage, author } = options
  await page.getByRole('button', { name: '并入修订（Word）' }).click()
  const form = page.locator('draft-tracked')
  await form.locator('input[type=file]').setInputFiles(await trackedFile(journey, username, stage, author))
  await form.getByText(/^已并入 \d+ 处修订。$/u).waitFor()
  await form.getByText(new RegExp(`^${author}　\\d+ 处$`, 'u')).waitFor()
  await form.getByRole('button', { name: '关闭' }).last().click()
  await form.waitFor({ state: 'detached' })
  // the margin and the foot count in their own time: nobody settles what is not shown yet
  await page.locator('.draft-foot', { hasText: /未决修订 [1-9]\d* 处/u }).waitFor()
}
