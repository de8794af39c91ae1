import { describe, expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'
import type { ReadResult } from '../result.ts'
import { lvl, makeDocx, makeZip, numbered, p, r, type DocxParts } from '../testing/make-docx.ts'

type Read = Extract<ReadResult, { status: 'read' }>
const read = async (parts: DocxParts): Promise<Read> => {
  const result = await readDocument({ source: makeDocx(parts), fileName: '正文.docx' })
  if (result.status !== 'read') throw new Error(JSON.stringify(result))
  return result
}
const lines = (result: Read) => result.blocks.map((block) => (block.kind === 'line' ? block.text : '[表]'))
const codes = (result: Read) => result.problems.map((problem) => problem.code)

const list = (levels: string, num = '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>') => `<w:abstractNum w:abstractNumId="1">${levels}</w:abstractNum>${num}`

describe('automatic numbers', () => {
  test('are written out, items begin again in each article, articles run on through chapters', async () => {
    const numbering = list(lvl(0, 'chineseCounting', '第%1章 ') + lvl(1, 'chineseCounting', '第%2条 ', '<w:lvlRestart w:val="0"/>') + lvl(2, 'chineseCounting', '（%3）'))
    const body = [numbered('总则', 1, 0), numbered('甲：', 1, 1), numbered('子；', 1, 2), numbered('丑。', 1, 2), numbered('罚则', 1, 0), numbered('乙：', 1, 1), numbered('寅。', 1, 2)].join('')
    expect(lines(await read({ body, numbering }))).toEqual(['第一章 总则', '第一条 甲：', '（一）子；', '（二）丑。', '第二章 罚则', '第二条 乙：', '（一）寅。'])
  })

  test('a second list of the same definition goes on counting, unless it states its own start', async () => {
    const nums = '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    const body = [numbered('a', 1, 0), numbered('b', 2, 0), numbered('c', 3, 0), numbered('d', 3, 0)].join('')
    expect(lines(await read({ body, numbering: list(lvl(0, 'decimal', '%1.'), nums) }))).toEqual(['1.a', '2.b', '1.c', '2.d'])
  })

  test('several levels in one label, in legal digits where the level says so', async () => {
    const numbering = list(lvl(0, 'chineseCounting', '%1、') + lvl(1, 'decimal', '%1.%2 ', '<w:isLgl/>'))
    expect(lines(await read({ body: numbered('甲', 1, 0) + numbered('乙', 1, 1) + numbered('丙', 1, 1), numbering }))).toEqual(['一、甲', '1.1 乙', '1.2 丙'])
  })

  test('come from the style of a paragraph too, and numId 0 takes them away', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="Article"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="子条"/><w:basedOn w:val="Article"/></w:style>'
    const numbering = list(lvl(0, 'chineseCounting', '第%1章 ') + lvl(1, 'chineseCounting', '第%2条 ', '<w:pStyle w:val="Article"/>'))
    const body = p('甲', '<w:pStyle w:val="Article"/>') + p('乙', '<w:pStyle w:val="Sub"/>') + p('丙', '<w:pStyle w:val="Article"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    expect(lines(await read({ body, numbering, styles }))).toEqual(['第一条 甲', '第二条 乙', '丙'])
  })

  test('of two formats for old and new readers the plain one is taken', async () => {
    const choice = '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent>'
    const numbering = list(`<w:lvl w:ilvl="0"><w:start w:val="1"/>${choice}<w:suff w:val="nothing"/><w:lvlText w:val="%1."/></w:lvl>`)
    expect(lines(await read({ body: numbered('甲', 1, 0), numbering }))).toEqual(['01.甲'])
  })

  test('a format that is not known is printed as a digit and said', async () => {
    const result = await read({ body: numbered('甲', 1, 0), numbering: list(lvl(0, 'hebrew1', '%1.')) })
    expect(lines(result)).toEqual(['1.甲'])
    expect(codes(result)).toContain('suspicious-label')
  })
})

describe('tracked changes', () => {
  const by = (author: string) => `w:id="1" w:author="${author}" w:date="2026-03-01T09:00:00Z"`

  test('all rejected, what was put in is left out and what was taken out is there, with lines and rows', async () => {
    const gone = `<w:tr><w:trPr><w:del ${by('甲')}/></w:trPr><w:tc>${p(r('旧行'))}</w:tc><w:tc>${p(r('旧值'))}</w:tc></w:tr>`
    const come = `<w:tr><w:trPr><w:ins ${by('乙')}/></w:trPr><w:tc>${p(r('新行'))}</w:tc><w:tc>${p(r('新值'))}</w:tc></w:tr>`
    const body = [
      p(`${r('处')}<w:del ${by('甲')}><w:r><w:delText>五</w:delText></w:r></w:del><w:ins ${by('乙')}>${r('三')}<w:del ${by('甲')}><w:r><w:delText>四</w:delText></w:r></w:del></w:ins>${r('百元罚款')}`),
      p(`<w:ins ${by('乙')}>${r('新的一段')}</w:ins>`, `<w:rPr><w:ins ${by('乙')}/></w:rPr>`),
      p(`<w:del ${by('甲')}><w:r><w:delText>旧的一段</w:delText></w:r></w:del>`, `<w:rPr><w:del ${by('甲')}/></w:rPr>`),
      p(r('末段')), `<w:tbl>${gone}${come}</w:tbl>`,
    ].join('')
    const cells = (result: Read) => result.blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows.flat().map(({ text }) => text) : []))
    const rejected = await readDocument({ source: makeDocx({ body }), fileName: '正文.docx', view: 'rejected' })
    if (rejected.status !== 'read') throw new Error(rejected.status)
    expect([lines(rejected), cells(rejected)]).toEqual([['处五百元罚款', '旧的一段', '末段', '[表]'], ['旧行', '旧值']])
    const accepted = await read({ body })
    expect([lines(accepted), cells(accepted)]).toEqual([['处三百元罚款', '新的一段', '末段', '[表]'], ['新行', '新值']])
    expect(accepted.revisions?.deletions).toContainEqual({ author: '甲', date: '2026-03-01T09:00:00Z', text: '旧行\t旧值' })
  })

  test('insertions are taken, deletions left out, both told with author and date', async () => {
    const body = p(`${r('处')}<w:del ${by('甲')}><w:r><w:delText>五</w:delText></w:r></w:del><w:ins ${by('乙')}>${r('三')}</w:ins>${r('百元罚款')}`)
    const result = await read({ body })
    expect(lines(result)).toEqual(['处三百元罚款'])
    expect(result.revisions).toMatchObject({
      insertions: [{ author: '乙', date: '2026-03-01T09:00:00Z', text: '三' }],
      deletions: [{ author: '甲', date: '2026-03-01T09:00:00Z', text: '五' }],
    })
    expect(codes(result)).toContain('tracked-change')
  })

  test('what was inserted and then deleted is not in the text', async () => {
    const result = await read({ body: p(`<w:ins ${by('甲')}><w:del ${by('乙')}><w:r><w:delText>多余</w:delText></w:r></w:del></w:ins>${r('正文')}`) })
    expect(lines(result)).toEqual(['正文'])
    expect(result.revisions?.insertions).toEqual([])
  })

  test('moved words stand where they were moved to', async () => {
    const body = p(`<w:moveFrom ${by('甲')}>${r('搬走')}</w:moveFrom>${r('前')}`) + p(`${r('后')}<w:moveTo ${by('甲')}>${r('搬走')}</w:moveTo>`)
    const result = await read({ body })
    expect(lines(result)).toEqual(['前', '后搬走'])
    expect(result.revisions?.moves).toMatchObject([{ author: '甲', text: '搬走' }])
  })

  test('a deleted paragraph mark joins two paragraphs and takes no number', async () => {
    const mark = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del ${by('甲')}/></w:rPr>`
    const body = p('甲，', mark) + numbered('乙', 1, 0) + numbered('丙', 1, 0)
    expect(lines(await read({ body, numbering: list(lvl(0, 'decimal', '%1.')) }))).toEqual(['1.甲，乙', '2.丙'])
  })

  test('a deleted row of a table is left out', async () => {
    const row = (text: string, properties = '') => `<w:tr>${properties}<w:tc>${p(text)}</w:tc><w:tc>${p('x')}</w:tc></w:tr>`
    const result = await read({ body: `<w:tbl>${row('留')}${row('删', `<w:trPr><w:del ${by('甲')}/></w:trPr>`)}</w:tbl>` })
    expect(result.blocks).toMatchObject([{ kind: 'table', table: { rows: [[{ text: '留' }, { text: 'x' }]] } }])
    expect(result.revisions?.deletions[0]?.text).toContain('删')
  })
})

describe('what a reader does not see', () => {
  test('hidden words are told, by run, by style, and not where the run shows them again', async () => {
    const styles = '<w:style w:type="character" w:styleId="H"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>'
    const body = p(`${r('明')}${r('暗', '<w:vanish/>')}${r('隐', '<w:rStyle w:val="H"/>')}${r('现', '<w:rStyle w:val="H"/><w:vanish w:val="0"/>')}`)
    const result = await read({ body, styles })
    expect(lines(result)).toEqual(['明现'])
    expect(result.revisions?.hiddenText).toEqual(['暗', '隐'])
    expect(codes(result)).toEqual(['hidden-text'])
  })

  test('contents made by Word stand apart, with their heading, without page numbers', async () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const body =
      p('目　录') +
      p(`${field('begin')}<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>${field('separate')}${r('第一章 总则')}<w:r><w:tab/></w:r>${r('1')}`) +
      p(`${r('第二章 附则')}<w:r><w:tab/></w:r>${r('12')}${field('end')}`) +
      p('第一章 总则')
    const result = await read({ body })
    expect(lines(result)).toEqual(['第一章 总则'])
    expect(result.contents).toEqual(['目　录', '第一章 总则', '第二章 附则'])
  })

  test('contents in a content control stand apart, other controls are text', async () => {
    const control = (properties: string, inner: string) => `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`
    const toc = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    const result = await read({ body: control(toc, p('第一章 总则')) + control('<w:alias w:val="标题"/>', p('某办法')) })
    expect(lines(result)).toEqual(['某办法'])
    expect(result.contents).toEqual(['第一章 总则'])
  })

  test('the result of a field is text, its instruction is not', async () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const body = p(`${r('见第')}${field('begin')}<w:r><w:instrText>REF a</w:instrText></w:r>${field('separate')}${r('三')}${field('end')}${r('条')}`)
    expect(lines(await read({ body }))).toEqual(['见第三条'])
  })

  test('a number in a drawn ring is read and told', async () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const result = await read({ body: p(`${r('见')}${field('begin')}<w:r><w:instrText xml:space="preserve"> eq \\o\\ac(○,</w:instrText></w:r><w:r><w:instrText>21)</w:instrText></w:r>${field('end')}${r('项')}`) })
    expect(lines(result)).toEqual(['见（21）项'])
    expect(codes(result)).toEqual(['damaged-characters'])
  })

  test('footnotes and comments are told', async () => {
    const result = await read({
      body: p(`${r('正文')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
      footnotes: `<w:footnote w:id="2">${p('注释文字')}</w:footnote>`,
      comments: `<w:comment w:id="0" w:author="丙" w:date="2026-01-02T00:00:00Z">${p('请核')}</w:comment>`,
    })
    expect(lines(result)).toEqual(['正文'])
    expect(result.problems).toMatchObject([{ line: 1, code: 'unplaced', message: expect.stringContaining('注释文字') }])
    expect(result.revisions?.comments).toEqual([{ author: '丙', date: '2026-01-02T00:00:00Z', text: '请核' }])
  })
})

test('line breaks make lines, tabs stay, numbers split over runs are whole', async () => {
  const body = p(`${r('第')}${r('一')}${r('条', '<w:b/>')}<w:r><w:tab/></w:r>${r('有下列情形：')}<w:r><w:br/></w:r>${r('（一）甲；')}<w:r><w:br/></w:r>${r('（二）乙。')}`)
  expect(lines(await read({ body }))).toEqual(['第一条\t有下列情形：', '（一）甲；', '（二）乙。'])
})

test('words of a text box come once, after their paragraph, and are told', async () => {
  const box = (inner: string) => `<w:txbxContent>${p(inner)}</w:txbxContent>`
  const body = p(`${r('正文')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box('框内')}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>${box('框内')}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>`)
  const result = await read({ body })
  expect(lines(result)).toEqual(['正文', '框内'])
  expect(codes(result)).toContain('unplaced')
})

test('a symbol of a symbol font is shown as a square and told', async () => {
  const result = await read({ body: p(`${r('是')}<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>`) })
  expect(lines(result)).toEqual(['是□'])
  expect(codes(result)).toContain('damaged-characters')
})

describe('tables', () => {
  const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`

  test('merged cells have their spans', async () => {
    const body = `<w:tbl>${row(cell('标题', '<w:gridSpan w:val="3"/>'))}${row(cell('甲', '<w:vMerge w:val="restart"/>'), cell('b'), cell('c'))}${row(cell('', '<w:vMerge/>'), cell('d', '<w:gridSpan w:val="2"/>'))}</w:tbl>`
    const result = await read({ body })
    expect(result.blocks).toEqual([
      {
        kind: 'table',
        line: 1,
        table: {
          rows: [
            [{ text: '标题', columnSpan: 3, rowSpan: 1, header: false }],
            [{ text: '甲', columnSpan: 1, rowSpan: 2, header: false }, { text: 'b', columnSpan: 1, rowSpan: 1, header: false }, { text: 'c', columnSpan: 1, rowSpan: 1, header: false }],
            [{ text: 'd', columnSpan: 2, rowSpan: 1, header: false }],
          ],
        },
      },
    ])
  })

  test('a frame of one cell is text, a table in a cell becomes lines and is told', async () => {
    const inner = `<w:tbl>${row(cell('x'), cell('y'))}</w:tbl>`
    const result = await read({ body: `<w:tbl>${row(cell('框中正文'))}</w:tbl><w:tbl>${row(`<w:tc>${inner}${p('')}</w:tc>`, cell('z'))}</w:tbl>` })
    expect(result.blocks).toMatchObject([{ kind: 'line', text: '框中正文' }, { kind: 'table', table: { rows: [[{ text: 'x\ty' }, { text: 'z' }]] } }])
    expect(codes(result)).toContain('unplaced')
  })

  test('tables nested deeper than twenty are refused', async () => {
    const body = `${'<w:tbl><w:tr><w:tc>'.repeat(21)}${p('x')}${'</w:tc></w:tr></w:tbl>'.repeat(21)}`
    expect(await readDocument({ source: makeDocx({ body }), fileName: 'a.docx' })).toMatchObject({ status: 'refused', code: 'nested-too-deep' })
  })
})

describe('archives that could hurt', () => {
  const body = p('正文')
  test.each([
    ['a path outside', makeDocx({ body, more: [{ name: '../../outside.txt', content: 'x' }] }), 'unsafe-archive'],
    ['an absolute path', makeDocx({ body, more: [{ name: '/etc/cron.d/x', content: 'x' }] }), 'unsafe-archive'],
    ['a bomb', makeDocx({ body, more: [{ name: 'word/media/a', content: 'a'.repeat(3_000_000) }] }), 'unsafe-archive'],
    ['too many entries', makeDocx({ body, more: Array.from({ length: 2_001 }, (_, index) => ({ name: `x/${index}`, content: '' })) }), 'unsafe-archive'],
    ['an encrypted entry', makeDocx({ body, more: [{ name: 'word/a.xml', content: 'x', flags: 1 }] }), 'password'],
    ['an entry larger than it says', makeZip([{ name: 'word/document.xml', content: '<a/>'.repeat(100), statedBytes: 10 }]), 'damaged'],
    ['a document type', makeZip([{ name: 'word/document.xml', content: '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>' }]), 'unsafe-markup'],
    ['broken markup', makeZip([{ name: 'word/document.xml', content: '<w:document xmlns:w="x"><w:body>' }]), 'damaged'],
    ['markup nested without end', makeZip([{ name: 'word/document.xml', content: '<a>'.repeat(700) }]), 'nested-too-deep'],
    ['a spreadsheet', makeZip([{ name: 'xl/workbook.xml', content: '<a/>' }]), 'not-a-document'],
    ['a plain zip file', makeZip([{ name: 'a.txt', content: 'x' }]), 'not-a-document'],
  ])('%s is refused with a sentence', async (_name, source, code) => {
    expect(await readDocument({ source, fileName: 'a.docx' })).toEqual({ status: 'refused', code, message: expect.stringMatching(/请/) })
  })

  test('an OFD file is stored and a docx asked for', async () => {
    expect(await readDocument({ source: makeZip([{ name: 'OFD.xml', content: '<a/>' }]), fileName: 'a.ofd' })).toMatchObject({ status: 'stored', format: 'ofd', reason: expect.stringContaining('docx') })
  })
})
