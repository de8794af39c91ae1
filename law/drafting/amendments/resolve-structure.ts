/** Amendments that add, take away or move whole provisions, chapters and annexes: what they change of the voted text, or why they cannot. */
import type { MoveTarget } from '../../amendment/index.ts'
import { type LegalText, parseArticleLabel } from '../../text/index.ts'
import { targetsOf } from './amendment-places.ts'
import { no, readArticles, readBlocks, readOne, type Resolved, trimmed } from './read-amendment.ts'
import type { RecordedAmendment } from './recorded-amendment.ts'

const NUMBER = /^第[零一二三四五六七八九十百]+条[\s　]+/u
const DIVISION_NUMBER = /^第[零一二三四五六七八九十百]+[编章节][\s　]*/u
const ITEM_NUMBER = /^[（(][一二三四五六七八九十]+[）)][\s　]*/u
const ANNEX_NUMBER = /^附[件表录][零一二三四五六七八九十0-9]*[：:\s　]+/u

/** The name of a new chapter or annex; null where there is none on one line. */
function nameOf({ heading }: RecordedAmendment, number: RegExp): string | null {
  const name = trimmed(heading ?? '').replace(number, '')
  return name === '' || name.includes('\n') ? null : name
}

export function resolveStructure(voted: LegalText, amendment: RecordedAmendment): Resolved {
  const { kind, articleId, articleLabel: at } = amendment
  const after = trimmed(amendment.after)
  const index = voted.articles.findIndex((a) => a.id === articleId)
  const article = voted.articles[index]
  const target = targetsOf(voted, kind, articleId).find(({ id }) => id === amendment.targetId)
  switch (kind) {
    case 'addAfter':
    case 'addBefore': {
      if (article === undefined) return noArticle(at)
      const made = readOne(after.replace(NUMBER, ''), '第一条')
      if (made === null) return no('unreadable', '增加的条文没有读成一条；一次增加一条，不写条号。')
      return { changes: [{ does: 'add', articleId, side: kind === 'addAfter' ? 'after' : 'before', article: made }] }
    }
    case 'remove':
      if (article === undefined) return noArticle(at)
      return voted.articles.length === 1 ? no('unreadable', '只有一条，不能删去。') : { changes: [{ does: 'remove', articleId }] }
    case 'moveArticle': {
      if (article === undefined) return noArticle(at)
      if (target === undefined) return no('noTarget', `请选择把${at}移到哪里。`)
      if (hasInserted(voted)) return INSERTED
      const opens = voted.divisions.find(({ id }) => id === target.id)
      // where it stands already
      if (opens === undefined ? voted.articles[index - 1]?.id === target.id && !opensDivision(voted, index) : opens.at === index) return no('noChange', `${at}现在就在${target.label}。`)
      const to: MoveTarget = opens === undefined ? { after: target.id } : { opens: target.id }
      return { changes: [{ does: 'move', articleId, to }] }
    }
    case 'addClause': {
      if (article === undefined) return noArticle(at)
      if (target === undefined) return no('noTarget', `请选择加在${at}的哪一款之后。`)
      const [paragraph, ...more] = readOne(after, '第一条')?.paragraphs ?? []
      if (paragraph === undefined || more.length > 0) return no('unreadable', '增加的文字没有读成一款；一次增加一款，分项的各占一行。')
      return { changes: [{ does: 'addClause', articleId, after: target.id === 'first' ? null : target.id, paragraph }] }
    }
    case 'addItem': {
      if (article === undefined) return noArticle(at)
      const holder = article.paragraphs.find(({ id, items }) => id === target?.id || items.some((item) => item.id === target?.id))
      if (target === undefined || holder === undefined) return no('noTarget', `请选择加在${at}的哪一项之后；这一条没有项的，请改写整条。`)
      const [paragraph, ...more] = readOne(`有下列情形之一的：\n（一）${after.replace(ITEM_NUMBER, '')}\n（二）无。`, '第一条')?.paragraphs ?? []
      const item = paragraph?.items[0]
      if (after === '' || item === undefined || more.length > 0 || paragraph?.items.length !== 2) return no('unreadable', '增加的文字没有读成一项；一次增加一项，不写项号。')
      return { changes: [{ does: 'addItem', articleId, paragraphId: holder.id, after: holder.id === target.id ? null : target.id, item }] }
    }
    case 'removeClause':
      if (article === undefined) return noArticle(at)
      if (target === undefined) return no('noTarget', `请选择删去${at}的哪一款、哪一项；只有一款、一项的，请删去整条或者改写整条。`)
      return { changes: [{ does: 'removeClause', articleId, nodeId: target.id }] }
    case 'addDivision':
    case 'removeDivision':
    case 'mergeDivision':
    case 'splitChapter':
    case 'splitSection':
      return resolveDivision(voted, amendment, target?.id)
    case 'addAnnex': {
      const title = nameOf(amendment, ANNEX_NUMBER)
      const beside = voted.annexes.find(({ id }) => id === articleId)
      if (beside === undefined && voted.annexes.length > 0) return no('noArticle', '请选择加在哪个附件之后。')
      if (title === null) return no('noHeading', '请填写附件的名称，一行，不写附件的编号。')
      const blocks = readBlocks(amendment.after)
      if (blocks.length === 0 || blocks.some((block) => block.kind === 'line' && ANNEX_NUMBER.test(`${block.text}　`))) return no('unreadable', '请填写附件的内容，一行一行写；一次增加一个附件。')
      return { changes: [{ does: 'addAnnex', after: beside?.id ?? null, title, blocks }] }
    }
    case 'removeAnnex':
      return voted.annexes.some(({ id }) => id === articleId) ? { changes: [{ does: 'removeAnnex', annexId: articleId }] } : no('noArticle', `没有找到${at}，请重新选择。`)
    case 'words':
    case 'heading':
    case 'title':
    case 'annex':
      return no('unreadable', '这种修改意见只改文字。')
    default: {
      const never: never = kind
      return never
    }
  }
}

const noArticle = (at: string): Resolved => no('noArticle', `没有找到${at}，请重新选择条文。`)
const opensDivision = (voted: LegalText, index: number): boolean => voted.divisions.some((division) => division.at === index)
/** 第十七条之一 keeps its number whatever is before it: nobody can say what it becomes where others move. */
const hasInserted = (voted: LegalText): boolean => voted.articles.some(({ number }) => (parseArticleLabel(number)?.inserted.length ?? 0) > 0)
const INSERTED = no('unreadable', '文本里有“之一”这样的条号，移动条文、增删章节的编号要由人确定，请退回修改后再行审议。')

function resolveDivision(voted: LegalText, amendment: RecordedAmendment, targetId: string | undefined): Resolved {
  const { kind, articleId, articleLabel: at } = amendment
  const division = voted.divisions.find(({ id }) => id === articleId)
  const unit = division?.kind === 'section' || kind === 'splitSection' ? '节' : '章'
  if (hasInserted(voted)) return INSERTED
  const heading = nameOf(amendment, DIVISION_NUMBER)
  if (kind === 'splitChapter' || kind === 'splitSection') {
    const index = voted.articles.findIndex(({ id }) => id === articleId)
    if (index < 0) return noArticle(at)
    const open = voted.divisions.findLast((one) => one.at === index && (kind === 'splitChapter' ? one.kind === 'chapter' : one.kind === 'section'))
    if (open !== undefined) return no('noChange', `${at}现在就是${open.number}的第一条。`)
    const home = voted.divisions.findLast((one) => one.at <= index)
    if (kind === 'splitSection' && home === undefined) return no('unreadable', `${at}不在任何一章里，不能另立一节。`)
    if (kind === 'splitChapter' && home?.kind === 'section' && home.at !== index) return no('unreadable', `${at}在${home.number}的中间；从一节的第一条起才能另立一章。`)
    if (heading === null) return no('noHeading', `请填写${unit}名，一行，不写编号。`)
    return { changes: [{ does: 'splitDivision', articleId, kind: kind === 'splitChapter' ? 'chapter' : 'section', heading }] }
  }
  if (division === undefined) return no('noArticle', `没有找到${at}，请重新选择。`)
  if (kind === 'addDivision') {
    if (heading === null) return no('noHeading', `请填写${unit}名，一行，不写编号。`)
    const articles = readArticles(amendment.after)
    if (articles === null) return no('unreadable', `增加的一${unit}没有读成条文；条和条之间空一行，不写条号。`)
    return { changes: [{ does: 'addDivision', divisionId: articleId, heading, articles }] }
  }
  if (kind === 'removeDivision') return { changes: [{ does: 'removeDivision', divisionId: articleId }] }
  if (targetId === undefined) return no('noTarget', `请选择并入哪一${unit}。`)
  return { changes: [{ does: 'mergeDivision', divisionId: articleId, intoId: targetId }] }
}
