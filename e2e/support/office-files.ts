import { Document, Packer, Paragraph } from 'docx'
import type { Page } from 'playwright-core'
import { toPdf } from '../../api/typesetting/index.ts'

export type FileToSend = { name: string; mimeType: string; buffer: Buffer }

/** A Word file of a title and its lines. */
export const word = async (name: string, paragraphs: readonly string[]): Promise<FileToSend> => ({
  name: `${name}.docx`, mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer: await Packer.toBuffer(new Document({ sections: [{ children: [name, ...paragraphs].map((text) => new Paragraph(text)) }] })),
})

/** The same lines as the PDF that stands for the sealed text. */
export const sealed = async (name: string, paragraphs: readonly string[]): Promise<FileToSend> => ({
  name: `${name}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(await toPdf({ title: name, body: paragraphs.map((words) => ({ kind: 'paragraph' as const, words })) })),
})

/** Puts a file into the package of the filing form that is open. */
export async function give(page: Page, kind: string, file: FileToSend): Promise<void> {
  await page.locator(`#material-${kind} button`).last().click()
  await page.locator('material-dialog input[type=file]').setInputFiles(file)
  await page.locator('material-dialog li.stored').waitFor()
  await page.getByRole('button', { name: '保存' }).click()
  await page.locator('material-dialog lf-dialog').waitFor({ state: 'detached' })
}

/** Types the fields of the filing form and waits until the draft is kept. */
export async function fill(page: Page, entries: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(entries)) await page.locator(`[name="${name}"]`).fill(value)
  await page.locator('[name="disclosure"]').selectOption('主动公开')
  await page.getByText('已自动保存').waitFor()
}

/** Selects words of an article as a person does with the pointer. */
export async function selectWords(page: Page, article: string, words: string): Promise<void> {
  await page.evaluate(([id, wanted]) => {
    const lines = [...document.querySelectorAll<HTMLElement>(`law-text [id="${id}"] [data-words]`)]
    for (const line of lines) {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.nodeValue?.indexOf(wanted ?? '') ?? -1
        if (at < 0) continue
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + (wanted?.length ?? 0))
        document.getSelection()?.removeAllRanges()
        document.getSelection()?.addRange(range)
        line.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }))
        return
      }
    }
    throw new Error(`no line of ${id} says ${wanted}`)
  }, [article, words])
}

/** The id at the end of the address of the page that is open. */
export const idOf = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? ''
