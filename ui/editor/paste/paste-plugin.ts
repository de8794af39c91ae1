import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { countArticles } from '../../../law/drafting/index.ts'
import { blocksFromText, type SourceBlock } from '../../../law/text/index.ts'
import { messages } from '../../messages/zh.ts'
import { blocksFromHtml, picturesIn } from './clipboard-blocks.ts'
import { type PasteReport, placeBlocks } from './place-blocks.ts'

/** The Civil Code has 0.4 MB of text, and some 3 MB as Word puts it on the clipboard. */
const MOST_CHARACTERS = 16 * 1024 * 1024
/** More articles than any law has: drawing them would hold up the browser. */
const MOST_BLOCKS = 20_000

function read(data: DataTransfer): { blocks: SourceBlock[]; refused: string | null; pictures: number } {
  const html = data.getData('text/html')
  const text = data.getData('text/plain')
  if (Math.max(html.length, text.length) > MOST_CHARACTERS) return { blocks: [], refused: messages.editor.tooLarge, pictures: 0 }
  const fromHtml = html === '' ? [] : blocksFromHtml(html)
  const blocks = fromHtml.length > 0 ? fromHtml : blocksFromText(text)
  return blocks.length > MOST_BLOCKS ? { blocks: [], refused: messages.editor.tooLarge, pictures: 0 } : { blocks, refused: null, pictures: picturesIn(html) }
}

/** Places what a person pasted. False where the clipboard holds nothing for this editor. `most`: articles that a document may have. */
export function pasteInto({ view, data, tell, most }: { view: EditorView; data: DataTransfer; tell: (report: PasteReport) => void; most: number }): boolean {
  const { blocks, refused, pictures } = read(data)
  const left = pictures === 0 ? [] : [{ line: 0, text: '', why: messages.editor.pictures(pictures) }]
  if (refused !== null) {
    tell({ placed: 0, unplaced: [{ line: 0, text: '', why: refused }] })
    return true
  }
  if (blocks.length === 0) {
    if (left.length > 0) tell({ placed: 0, unplaced: left })
    return left.length > 0
  }
  const { transaction, report } = placeBlocks(view.state, blocks)
  const articles = countArticles(transaction.doc)
  if (articles > most && articles > countArticles(view.state.doc)) {
    tell({ placed: 0, unplaced: [{ line: 0, text: '', why: messages.editor.tooMany(most, articles) }] })
    return true
  }
  view.dispatch(transaction.setMeta('paste', true).setMeta('uiEvent', 'paste'))
  tell({ ...report, unplaced: [...report.unplaced, ...left] })
  return true
}

/** Before the editor itself reads the clipboard: it would parse the whole HTML of Word, styles included. */
export const pastePlugin = ({ tell, most }: { tell: (report: PasteReport) => void; most: () => number }): Plugin =>
  new Plugin({
    props: {
      handleDOMEvents: {
        paste(view, event) {
          const data = event.clipboardData
          // what was copied here keeps its structure and references by itself
          if (!view.editable || data === null || data.getData('text/html').includes('data-pm-slice')) return false
          if (!pasteInto({ view, data, tell, most: most() })) return false
          event.preventDefault()
          return true
        },
      },
    },
  })
