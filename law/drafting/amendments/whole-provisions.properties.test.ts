import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LegalText, parseText, plainText, printLegalText, toArticleLabel, toChineseNumber } from '../../text/index.ts'
import { labelled, placesOf, targetsOf } from './amendment-places.ts'
import { applyAmendments } from './apply-amendments.ts'
import { differsByExactly } from './exact-difference.ts'
import { type AmendmentKind, amendmentKindNames, type RecordedAmendment } from './recorded-amendment.ts'

/**
 * A text is made of words that stand once in it, so that whatever becomes of it can be read back from its print alone:
 * chapters by their names, articles by their first word, with the word of the article that each cites.
 */
type Clause = { word: string; items: string[] }
type Shape = { chapters: { name: string; articles: { word: string; clauses: Clause[]; cites: number | null }[] }[]; annexes: string[] }

const word = (at: number): string => `甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜`.charAt(at).repeat(3)

const shapes: fc.Arbitrary<Shape> = fc
  .record({
    chapters: fc.array(fc.array(fc.record({ clauses: fc.integer({ min: 1, max: 3 }), items: fc.integer({ min: 0, max: 3 }), cites: fc.option(fc.nat(20), { nil: null }) }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
    annexes: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ chapters, annexes }) => {
    let next = 0
    const total = chapters.reduce((sum, articles) => sum + articles.length, 0)
    return {
      chapters: chapters.map((articles, c) => ({
        name: `章名${word(next++)}`,
        articles: articles.map(({ clauses, items, cites }) => ({ word: '', clauses: Array.from({ length: clauses }, (_, at) => ({ word: '', items: at === 0 && items > 1 ? Array.from({ length: items }, () => '') : [] })), cites: cites === null ? null : cites % total })),
        c,
      })),
      annexes: Array.from({ length: annexes }, (_, at) => `标准${at}`),
    }
  })

/** The print of a shape: `条12款2项1` are the words of its places, `依照本条例第五条` its citations. */
function printed(shape: Shape): string {
  let article = 0
  const lines = ['某市某条例', '目　　录', ...shape.chapters.map(({ name }, c) => `第${toChineseNumber(c + 1)}章　${name}`)]
  for (const [c, chapter] of shape.chapters.entries()) {
    lines.push(`第${toChineseNumber(c + 1)}章　${chapter.name}`)
    for (const { clauses, cites } of chapter.articles) {
      const own = article++
      clauses.forEach(({ items }, p) => {
        const cited = p === 0 && cites !== null ? `依照本条例${toArticleLabel(cites + 1)}办理，` : ''
        lines.push(`${p === 0 ? `${toArticleLabel(own + 1)}　` : ''}原${own}条${p}款的内容，${cited}有关单位${items.length > 0 ? '处理下列事项：' : '负责。'}`)
        items.forEach((_, i) => lines.push(`（${toChineseNumber(i + 1)}）原${own}条${p}款${i}项的事项${i + 1 === items.length ? '。' : '；'}`))
      })
    }
  }
  shape.annexes.forEach((name, at) => lines.push(`附件${shape.annexes.length > 1 ? at + 1 : ''}　${name}`, `原附件${at}的内容。`))
  return lines.join('\n')
}

type Read = { chapters: { name: string; articles: { key: string; clauses: { key: string; items: string[] }[]; cites: string | null }[] }[]; annexes: string[] }

const keyOf = (words: string): string => /原[0-9]+条[0-9]+款(?:[0-9]+项)?|新[0-9]+/u.exec(words)?.[0] ?? words
const articleKey = (words: string): string => (/原[0-9]+条/u.exec(words) ?? /新[0-9]+/u.exec(words))?.[0] ?? words

/** What a printed text says, with the citations as what they point at. */
function readBack(text: LegalText): Read {
  const again = parseText(printLegalText(text))
  expect(again.problems).toEqual([])
  const first = new Map(again.articles.map((article) => [article.number, articleKey(plainText(article))]))
  return {
    chapters: again.divisions.map((division, at) => ({
      name: division.heading,
      articles: again.articles.slice(division.at, again.divisions[at + 1]?.at ?? again.articles.length).map((article) => {
        const cited = /本条例(第[一二三四五六七八九十百]+条)办理/u.exec(plainText(article))?.[1]
        return { key: articleKey(plainText(article)), clauses: article.paragraphs.map((p) => ({ key: keyOf(p.text), items: p.items.map((item) => keyOf(item.text)) })), cites: cited === undefined ? null : (first.get(cited) ?? '没有了') }
      }),
    })),
    annexes: again.annexes.map(({ title }) => title),
  }
}

/** The same carried out on what was read of the voted text, list by list, without any number. */
function modelled(voted: LegalText, read: Read, said: readonly RecordedAmendment[]): Read {
  const keyById = new Map(voted.articles.map((article) => [article.id, articleKey(plainText(article))]))
  const nodeById = new Map(voted.articles.flatMap((a) => a.paragraphs.flatMap((p) => [[p.id, keyOf(p.text)] as const, ...p.items.map((item) => [item.id, keyOf(item.text)] as const)])))
  const nameById = new Map(voted.divisions.map(({ id, heading }) => [id, heading]))
  const all = new Map(read.chapters.flatMap(({ articles }) => articles.map((article) => [article.key, { ...article, clauses: article.clauses.map((clause) => ({ key: clause.key, items: [...clause.items] })) }])))
  type Article = Read['chapters'][number]['articles'][number]
  const [before, after] = [new Map<string, Article[]>(), new Map<string, Article[]>()]
  const put = (where: Map<string, Article[]>, key: string, article: Article): void => void where.set(key, [...(where.get(key) ?? []), article])
  const away = new Set<string>()
  const of = (id: string): string => keyById.get(id) ?? ''
  const fresh = (words: string): Article => ({ key: keyOf(words), clauses: [{ key: keyOf(words), items: [] }], cites: null })
  /** behind what stands there, and behind what was put there before */
  const behind = <Value>(row: Value[], at: number, isNew: (value: Value) => boolean, value: Value): void => {
    let place = at + 1
    for (let there = row[place]; there !== undefined && isNew(there); there = row[place]) place += 1
    row.splice(place, 0, value)
  }
  for (const { kind, articleId, targetId = '', after: words } of said) {
    const article = all.get(of(articleId))
    if (kind === 'addAfter') put(after, of(articleId), fresh(words))
    if (kind === 'addBefore') put(before, of(articleId), fresh(words))
    if (kind === 'remove' || kind === 'moveArticle') away.add(of(articleId))
    if (kind === 'moveArticle' && article !== undefined) {
      const opened = read.chapters.find(({ name }) => name === nameById.get(targetId))?.articles[0]?.key
      if (opened === undefined) put(after, of(targetId), article)
      else put(before, opened, article)
    }
    if (article === undefined) continue
    const node = nodeById.get(targetId) ?? ''
    const holder = article.clauses.find(({ key, items }) => key === node || items.includes(node))
    if (kind === 'addClause') behind(article.clauses, targetId === 'first' ? -1 : article.clauses.findIndex(({ key }) => key === node), ({ key }) => key.startsWith('新'), { key: keyOf(words), items: [] })
    if (kind === 'addItem' && holder !== undefined) behind(holder.items, holder.items.indexOf(node), (key) => key.startsWith('新'), keyOf(words))
    if (kind === 'removeClause') {
      if (holder?.key === node) article.clauses.splice(article.clauses.indexOf(holder), 1)
      else holder?.items.splice(holder.items.indexOf(node), 1)
    }
  }
  let chapters = read.chapters.map(({ name, articles }) => ({ name, isNew: false, articles: articles.flatMap(({ key }) => [...(before.get(key) ?? []), ...(away.has(key) ? [] : [all.get(key) ?? fresh(key)]), ...(after.get(key) ?? [])]) }))
  const at = (id: string): number => chapters.findIndex(({ name }) => name === nameById.get(id))
  for (const { kind, articleId, heading = '' } of said) {
    if (kind !== 'splitChapter') continue
    const from = chapters.findIndex(({ articles }) => articles.some(({ key }) => key === of(articleId)))
    const chapter = chapters[from]
    if (chapter === undefined) continue
    const cut = chapter.articles.findIndex(({ key }) => key === of(articleId)) - (before.get(of(articleId))?.length ?? 0)
    chapters.splice(from + 1, 0, { name: heading, isNew: true, articles: chapter.articles.splice(cut) })
  }
  for (const { kind, articleId, heading = '', after: words } of said) if (kind === 'addDivision') behind(chapters, at(articleId), ({ isNew }) => isNew, { name: heading, isNew: true, articles: words.split('\n\n').map(fresh) })
  // chapters in one row go on in their order, one from elsewhere comes last
  const merges = said.filter(({ kind }) => kind === 'mergeDivision')
  const placeIn = (id: string): number => read.chapters.findIndex(({ name }) => name === nameById.get(id))
  for (const target of new Set(merges.map(({ targetId = '' }) => targetId))) {
    const into = chapters[at(target)]
    const own = new Set(merges.filter(({ targetId }) => targetId === target).map(({ articleId }) => placeIn(articleId)))
    const row = (step: number): number[] => { const found: number[] = []; for (let place = placeIn(target) + step; own.has(place); place += step) found.push(place); return found }
    const [ahead, behindIt] = [row(-1), row(1)]
    const far = merges.filter(({ targetId, articleId }) => targetId === target && ![...ahead, ...behindIt].includes(placeIn(articleId))).map(({ articleId }) => placeIn(articleId))
    const take = (place: number) => chapters[chapters.findIndex(({ name }) => name === read.chapters[place]?.name)]?.articles.splice(0) ?? []
    for (const place of ahead) into?.articles.unshift(...take(place))
    for (const place of [...behindIt, ...far]) into?.articles.push(...take(place))
  }
  const gone = said.filter(({ kind }) => kind === 'removeDivision' || kind === 'mergeDivision').map(({ articleId }) => nameById.get(articleId))
  chapters = chapters.filter(({ name }) => !gone.includes(name))
  for (const { kind, heading = '', articleId, after: words } of said) if (kind === 'heading') for (const chapter of chapters) if (chapter.name === nameById.get(articleId)) chapter.name = words === '' ? heading : words
  const titles = voted.annexes.map(({ title }) => title)
  for (const { kind, articleId, heading = '' } of said) if (kind === 'addAnnex') behind(titles, titles.indexOf(voted.annexes.find(({ id }) => id === articleId)?.title ?? ''), (title) => title.startsWith('新'), heading)
  const lost = new Set(said.filter(({ kind }) => kind === 'removeAnnex').map(({ articleId }) => voted.annexes.find(({ id }) => id === articleId)?.title))
  // an article of which nothing old is left is still the one that was cited
  const keyNow = ({ clauses }: Article): string => articleKey(clauses.flatMap(({ key, items }) => [key, ...items]).join(''))
  const renamed = new Map(chapters.flatMap(({ articles }) => articles.map((article) => [article.key, keyNow(article)])))
  // a citation goes with the 款 that has it
  const settled = chapters.map(({ name, articles }) => ({ name, articles: articles.map((article) => ({ key: keyNow(article), clauses: article.clauses, cites: article.cites !== null && article.clauses.some(({ key }) => key.endsWith('条0款')) ? (renamed.get(article.cites) ?? article.cites) : null })) }))
  return { chapters: settled, annexes: titles.filter((title) => !lost.has(title)) }
}

const kinds = amendmentKindNames.filter((kind) => !['words', 'title', 'annex', 'splitSection'].includes(kind))
const choices = fc.array(fc.record({ kind: fc.constantFrom(...kinds), place: fc.nat(40), target: fc.nat(40) }), { minLength: 1, maxLength: 5 })

/** An amendment at some place that the voted text has for its kind. */
function chosen(voted: LegalText, { kind, place, target }: { kind: AmendmentKind; place: number; target: number }, at: number): RecordedAmendment[] {
  const places = placesOf(voted, kind)
  const one = places[place % Math.max(1, places.length)]
  if (one === undefined) return []
  const targets = targetsOf(voted, kind, one.id)
  const after: Partial<Record<AmendmentKind, string>> = { addAfter: `新${at}的规定。`, addBefore: `新${at}的规定。`, addClause: `新${at}的规定。`, addItem: `新${at}的事项`, addDivision: `新${at}1的规定。\n\n新${at}2的规定。`, heading: `新名${word(40 + at)}`, addAnnex: `新${at}的内容。` }
  return [labelled(voted, { kind, articleId: one.id, articleLabel: '', before: '', after: after[kind] ?? '', reason: '一致', targetId: targets[target % Math.max(1, targets.length)]?.id ?? '', heading: `新${at}名` })]
}

test.each(kinds)('whatever is done beside “%s”: the printed text says exactly that, every reference points at what it did, and nothing else differs', (kind) => {
  let carriedOut = 0
  fc.assert(
    fc.property(shapes, choices, (shape, tried) => {
      const voted = parseText(printed(shape))
      expect(voted.problems).toEqual([])
      const said = tried.flatMap((choice, at) => chosen(voted, at === 0 ? { ...choice, kind } : choice, at))
      const made = applyAmendments(voted, said)
      const done = said.filter((_, index) => !made.faults.some((fault) => fault.index === index))
      if (done.some((one) => one.kind === kind)) carriedOut += 1
      const expected = modelled(voted, readBack(voted), done)
      const there = new Set(expected.chapters.flatMap(({ articles }) => articles.map(({ key }) => key)))
      expect(readBack(made.text)).toEqual(expected)
      // a reference to what went away is never left standing
      expect(expected.chapters.flatMap(({ articles }) => articles.map(({ cites }) => cites)).filter((cites) => cites !== null && !there.has(cites))).toEqual([])
      expect(differsByExactly(voted, made.text, done)).toBe(true)
      const [, ...others] = done
      const without = applyAmendments(voted, others)
      expect(differsByExactly(voted, made.text, others)).toBe(without.faults.length === 0 && printLegalText(without.text) === printLegalText(made.text))
    }),
    { numRuns: 15 },
  )
  expect(carriedOut).toBeGreaterThan(0)
})
