/** Finds in the voted text what an amendment names. What cannot be found, or stands there twice, is a fault with its sentence. */
import type { ProvisionChange } from '../../amendment/index.ts'
import type { Article, LegalText } from '../../text/index.ts'
import { no, readOne, type Resolved, trimmed } from './read-amendment.ts'
import { type RecordedAmendment, wordsOfArticle } from './recorded-amendment.ts'
import { resolveStructure } from './resolve-structure.ts'

/** Words of a table keep their tabs: cells parted by them. */
const occurrences = (text: string, words: string): number => text.split(words).length - 1

type Line = { text: string; change: (start: number, end: number, words: string) => ProvisionChange }

function linesOfArticle(article: Article): Line[] {
  const line = (nodeId: string, text: string): Line => ({ text, change: (start, end, words) => ({ does: 'words', nodeId, start, end, words }) })
  return article.paragraphs.flatMap((paragraph) => [line(paragraph.id, paragraph.text), ...paragraph.items.flatMap((item) => [line(item.id, item.text), ...item.subitems.map((subitem) => line(subitem.id, subitem.text))])])
}

function linesOfAnnex(annex: LegalText['annexes'][number]): Line[] {
  const blocks = annex.blocks.flatMap((block, at): Line[] => {
    if (block.kind === 'line') return [{ text: block.text, change: (start, end, words) => ({ does: 'words', nodeId: `${annex.id}__block_${at + 1}`, start, end, words }) }]
    return block.table.rows.flatMap((cells, row) => cells.map((cell, column): Line => ({ text: cell.text, change: (start, end, words) => ({ does: 'cell', annexId: annex.id, block: at, row, column, start, end, words }) })))
  })
  const title: Line = { text: annex.title, change: (start, end, words) => ({ does: 'annexTitle', annexId: annex.id, title: annex.title.slice(0, start) + words + annex.title.slice(end) }) }
  return [title, ...blocks]
}

/** The one place at which the words stand. */
function onlyPlace(lines: readonly Line[], { articleLabel: at, before, after }: RecordedAmendment, copy: string): Resolved {
  const [from, to] = [trimmed(before), trimmed(after)]
  if (from === '' || from === to) return no('noChange', `${at}：请填写原文和修改后的文字，两者不能相同。`)
  const found = lines.filter((line) => line.text.includes(from))
  const [line] = found
  if (line === undefined) return no('notFound', `${at}里没有“${from}”，${copy}`)
  if (found.length > 1 || occurrences(line.text, from) > 1) return no('ambiguous', `${at}里“${from}”不止一处，请多写几个前后的字。`)
  if (to.includes('\n')) return no('unreadable', `${at}：修改后的文字分了段；要增加款、项的，请另加一条修改意见（增加一款、增加一项），或者填写整条的原文和修改后的整条。`)
  if (to === '' && line.text === from) return no('unreadable', `${at}：删去整款、整项的，请另加一条修改意见（删去一款、一项）。`)
  const start = line.text.indexOf(from)
  return { changes: [line.change(start, start + from.length, to)] }
}

/** What an amendment changes of the voted text, or why it cannot. */
export function resolveAmendment(voted: LegalText, amendment: RecordedAmendment): Resolved {
  const { kind, articleId, articleLabel: at } = amendment
  const after = trimmed(amendment.after)
  if (kind === 'title') {
    if (after === '' || after === voted.title || after.includes('\n')) return no('noChange', '名称：请填写修改后的名称，一行，同原来的不同。')
    return { changes: [{ does: 'title', title: after }] }
  }
  if (kind === 'annex') {
    const annex = voted.annexes.find((a) => a.id === articleId)
    return annex === undefined ? no('noArticle', `没有找到${at}，请重新选择。`) : onlyPlace(linesOfAnnex(annex), amendment, '请从原文复制；一次只改一行或者一格里的文字。')
  }
  if (kind === 'heading') return resolveHeading(voted, amendment, after)
  if (kind === 'words') return resolveWords(voted, amendment, after)
  if (voted.form === 'outline' && kind !== 'addAnnex' && kind !== 'removeAnnex') return no('unreadable', '这个文本没有条，不能增加、删去或者移动条文。')
  return resolveStructure(voted, amendment)
}

function resolveWords(voted: LegalText, amendment: RecordedAmendment, after: string): Resolved {
  const { articleId, articleLabel: at, before } = amendment
  const article = voted.articles.find((a) => a.id === articleId)
  if (article === undefined) return no('noArticle', `没有找到${at}，请重新选择条文。`)
  if (trimmed(before) !== trimmed(wordsOfArticle(article)) || trimmed(before) === after) return onlyPlace(linesOfArticle(article), amendment, '请从原文复制；一次只改同一款、项里的文字，或者填写整条。')
  const made = readOne(after, article.number)
  if (made === null) return no('unreadable', `${at}：修改后的整条没有读成一条；要增加或者删去条文的，请另加一条修改意见。`)
  return { changes: [{ does: 'rewrite', articleId, article: made }] }
}

function resolveHeading(voted: LegalText, { articleId, articleLabel: at }: RecordedAmendment, heading: string): Resolved {
  const division = voted.divisions.find((d) => d.id === articleId)
  const article = voted.articles.find((a) => a.id === articleId)
  const was = division?.heading ?? article?.heading ?? null
  if (was === null) return no('noArticle', `${at}没有标题，请重新选择。`)
  if (heading === '' || heading === was || heading.includes('\n')) return no('noChange', `${at}：请填写修改后的标题，一行，同原来的不同。`)
  if (division !== undefined) return { changes: [{ does: 'divisionHeading', divisionId: division.id, heading }] }
  const bracketed = /^[（(【].*[）)】]$/u.test(heading)
  return bracketed ? { changes: [{ does: 'articleHeading', articleId, heading }] } : no('unreadable', `${at}的条旨请连括号填写，例如${was}。`)
}
