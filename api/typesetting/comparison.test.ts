import { describe, expect, test } from 'vitest'
import { compareTexts, compareThree } from '../../law/compare/index.ts'
import { parseText } from '../../law/text/index.ts'
import { rowsOfComparison, rowsOfThree, toComparisonHtml, toComparisonTableDocx } from './index.ts'
import { docxParts, libreOffice, pdfPages, printWithLibreOffice, wordsOf } from './testing/read-back.ts'

const title = '养犬管理条例'
const textOf = (...articles: string[]) => parseText(`${title}\n\n${articles.map((words, at) => `第${'一二三四五六七八九十'[at]}条　${words}`).join('\n')}\n`)

const registration = '养犬人应当自取得犬只之日起三十日内，向公安机关申请办理养犬登记。'
const leash = '携带犬只外出的，应当由成年人使用长度不超过二米的犬绳牵领，主动避让老年人、残疾人、孕妇和儿童；乘坐电梯的，应当避开乘梯高峰时间，并为犬只佩戴嘴套或者将犬只装入犬袋、犬笼。'
const noise = '犬吠影响他人正常生活的，养犬人应当及时制止，不得放任不管。'
const shops = '从事犬只销售、诊疗经营活动的，应当依法取得营业执照，遵守动物防疫规定，建立犬只来源和去向的台账，台账保存期限不得少于二年；发现犬只死亡、疑似染疫的，应当立即向农业农村主管部门报告，不得擅自处置。'
const odd = '本条例所称“犬只”，是指家犬 & 其他犬，体重<五十千克。'

const before = textOf(registration, `${leash}\n${noise}`, odd, shops, '养犬协会应当加强行业自律。')
const after = textOf(registration.replace('三十日', '十五日'), leash, odd, `${shops}\n${noise}`, '死亡犬只实行集中无害化处置。')
const meta = { title: `《${title}》修改前后条文对照表` }
const documentOf = async (bytes: Uint8Array): Promise<string> => (await docxParts(bytes)).get('word/document.xml') ?? ''
const runsWith = (xml: string, words: string): string[] => xml.split('<w:r>').filter((each) => each.includes(`>${words}<`))

describe('条文对照表 as docx, read back', () => {
  const rows = rowsOfComparison(compareTexts(before, after))

  test('has 现行, 修改后 and 说明, every article with its number, and a remark for each row', async () => {
    const words = await wordsOf(await toComparisonTableDocx(rows, meta), 'table.docx')
    expect(words).toMatch(/^《养犬管理条例》修改前后条文对照表\n/)
    expect(words).toContain('现行 修改后 说明')
    expect(words).toMatch(/第一条　养犬人.*三十日.*第一条　养犬人.*十五日.* 修改；期限：三十日改为十五日/s)
    expect(words).toMatch(/（无）\s+第五条　死亡犬只/)
    expect(words).toMatch(/第五条　养犬协会应当加强行业自律。 （无） 删去/)
    expect(words).toContain('部分文字移至第四条')
  })

  test('what is gone is struck, what is new is bold, what stayed is neither, what moved has a line of points as well', async () => {
    const xml = await documentOf(await toComparisonTableDocx(rows, meta))
    expect(runsWith(xml, '三十日')[0]).toContain('<w:strike/>')
    expect(runsWith(xml, '十五日')[0]).toContain('<w:b/>')
    expect(runsWith(xml, '内，向公安机关申请办理养犬登记。')[0]).not.toMatch(/<w:strike\/>|<w:b\/>/)
    const [out = '', into = ''] = runsWith(xml, noise)
    expect(out).toMatch(/<w:strike\/>.*<w:u w:val="dotted"\/>|<w:u w:val="dotted"\/>.*<w:strike\/>/)
    expect(into).toMatch(/<w:b\/>.*<w:u w:val="dotted"\/>/)
  })

  test('is A4 turned, its head row repeats, its pages are numbered', async () => {
    const parts = await docxParts(await toComparisonTableDocx(rows, meta))
    const xml = parts.get('word/document.xml') ?? ''
    expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/)
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect([...parts].filter(([name, part]) => /footer\d+\.xml/.test(name) && part.includes('PAGE'))).not.toEqual([])
  })

  test('leaves out what did not change where that is asked', () => {
    expect(rowsOfComparison(compareTexts(before, after), { changedOnly: true })).toHaveLength(rows.length - 1)
  })

  test('of three texts: each draft with what it changes in the one before', async () => {
    const third = textOf(registration.replace('三十日', '十日'), leash, odd, shops)
    const bytes = await toComparisonTableDocx(rowsOfThree(compareThree(before, after, third)), meta)
    const words = await wordsOf(bytes, 'three.docx')
    expect(words).toContain('现行 前一稿 本稿 说明')
    expect(words).toMatch(/自取得犬只之日起三十日内.*起三十日十五日内.*起十五日十日内.*前一稿：修改；期限：三十日改为十五日\s本稿：修改；期限：十五日改为十日/s)
    const xml = await documentOf(bytes)
    expect(runsWith(xml, '十五日').map((run) => [run.includes('<w:b/>'), run.includes('<w:strike/>')])).toEqual([[true, false], [false, true]])
  })
})

describe('条文对照表 as HTML', () => {
  const html = toComparisonHtml(rowsOfComparison(compareTexts(before, after)), meta)

  test('stands by itself: no script, nothing loaded, words escaped', () => {
    expect(html).not.toMatch(/<script|<link|src=|url\(|@import|\son\w+=/i)
    expect(html).toContain('是指家犬 &amp; 其他犬，体重&lt;五十千克')
    expect(html).toMatch(/^<!doctype html>\n<html lang="zh-CN">/)
    expect(toComparisonHtml([], { title: '"><script>alert(1)</script>' })).not.toContain('<script')
  })

  test('shows changes as insertions and deletions, moved words as moved', () => {
    expect(html).toContain('<del>三十日</del>')
    expect(html).toContain('<ins>十五日</ins>')
    expect(html).toContain(`<ins class="moved">${noise}</ins>`)
    expect(html).toContain('<td class="none" data-h="现行">（无）</td>')
    expect(html.match(/<tr/g)?.length).toBe(1 + rowsOfComparison(compareTexts(before, after)).length)
  })
})

describe('headings of 章 in the table', () => {
  const chapters = (...headings: string[]) => parseText([title, ...headings.flatMap((heading, at) => [heading, `第${'一二三四'[at]}条　${[registration, leash, shops][at] ?? noise}`])].join('\n'))
  const [old, now] = [chapters('第一章　登记', '第二章　携犬外出', '第三章　经营'), chapters('第一章　登记', '第二章　携犬出户', '第三章　经营', '第四章　附则')]
  const rows = rowsOfComparison(compareTexts(old, now))

  test('an unchanged one is one cell in the middle over all columns, on one page with its first article', async () => {
    const xml = await documentOf(await toComparisonTableDocx(rows, meta))
    const cell = xml.split('<w:tc>').find((each) => each.includes('第一章　登记')) ?? ''
    expect(cell).toContain('<w:gridSpan w:val="3"/>')
    expect(cell).toContain('<w:jc w:val="center"/>')
    expect(cell).toContain('<w:keepNext/>')
  })

  test('a changed one stands in the columns, struck and bold; a new one on its side alone', async () => {
    const bytes = await toComparisonTableDocx(rows, meta)
    const xml = await documentOf(bytes)
    expect(runsWith(xml, '外出')[0]).toContain('<w:strike/>')
    expect(runsWith(xml, '出户')[0]).toContain('<w:b/>')
    const words = await wordsOf(bytes, 'headings.docx')
    expect(words).toMatch(/第二章　携犬外出 第二章　携犬出户 章名修改/)
    expect(words).toMatch(/（无） 第四章　附则 新增/)
  })

  test('as HTML they are row headings', () => {
    const html = toComparisonHtml(rows, meta)
    expect(html).toContain('class="division"><th scope="rowgroup" colspan="3">第一章　登记</th>')
    expect(html).toMatch(/class="division"><td data-h="现行"><p><b>第二章　携犬<\/b><del>外出<\/del><\/p><\/td>/)
  })

  test('of three texts over four columns', async () => {
    const xml = await documentOf(await toComparisonTableDocx(rowsOfThree(compareThree(old, old, now)), meta))
    expect(xml.split('<w:tc>').find((each) => each.includes('第一章　登记'))).toContain('<w:gridSpan w:val="4"/>')
  })
})

if (libreOffice !== null) {
  const office = libreOffice
  test('opened in LibreOffice, the head row stands on every page of a long table', async () => {
    const many = Array.from({ length: 10 }, (_, at) => `${registration.replace('三十', '二三四五六七八九十'[at] ?? '二')}${leash.repeat(3)}`)
    const [old, now] = [textOf(...many), textOf(...many.map((words) => words.replace('二米', '一点五米')))]
    const rows = rowsOfComparison(compareTexts(old, now))
    const pages = await pdfPages(await printWithLibreOffice(office, await toComparisonTableDocx(rows, meta)))
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages) {
      expect(page.widthPoints).toBeGreaterThan(page.heightPoints)
      expect(page.lines.map((line) => line.text).join('')).toMatch(/现行.*修改后.*说明/)
    }
  }, 150_000)
}
