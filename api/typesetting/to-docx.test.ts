import { describe, expect, test } from 'vitest'
import { blanksOf, toComparisonTableDocx, toDocx, toDocxTable } from './index.ts'
import { docxParts, libreOffice, pdfPages, printWithLibreOffice, wordsOf } from './testing/read-back.ts'
import { gridPaper, opinion, OPINION_ORDER, registrationForm } from './testing/sample-papers.ts'

const documentOf = async (bytes: Uint8Array): Promise<string> => (await docxParts(bytes)).get('word/document.xml') ?? ''

const expectOrder = (words: string, order: readonly string[]) => {
  let at = 0
  for (const each of order) {
    const found = words.replaceAll('\n', '').indexOf(each, at)
    expect(found, each).toBeGreaterThanOrEqual(at)
    at = found
  }
}

describe('an opinion as docx, read back', () => {
  test('has its words in the order of the standard', async () => {
    expectOrder(await wordsOf(await toDocx(opinion), 'opinion.docx'), OPINION_ORDER)
  })

  test('has the margins 37, 28, 26 and 35 mm on A4 and a grid of 22 lines', async () => {
    const xml = await documentOf(await toDocx(opinion))
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
    expect(xml).toMatch(/<w:docGrid w:type="lines" w:linePitch="579"\/>/)
  })

  test('sets the body in 3号仿宋 on exact lines, two characters in', async () => {
    const xml = await documentOf(await toDocx(opinion))
    const paragraph = /<w:p>(?:(?!<\/w:p>).)*规范性文件无权设定行政处罚(?:(?!<\/w:p>).)*<\/w:p>/.exec(xml)?.[0] ?? ''
    expect(paragraph).toMatch(/<w:spacing[^>]*w:line="579"[^>]*w:lineRule="exact"/)
    expect(paragraph).toContain('w:firstLine="640"')
    expect(paragraph).toContain('<w:jc w:val="both"/>')
    expect(paragraph).toContain('w:eastAsia="仿宋_GB2312"')
    expect(paragraph).toContain('<w:sz w:val="32"/>')
    expect(paragraph).toContain('<w:spacing w:val="-6"/>')
  })

  test.each([
    ['the red head', '某某市人民代表大会常务委员会文件', '方正小标宋简体', 'E60012'],
    ['the title', '的审查意见', '方正小标宋简体', null],
    ['a heading of the first level', '一、关于第十三条', '黑体', null],
    ['a heading of the second level', '（一）主要问题', '楷体_GB2312', null],
  ])('%s has its font', async (_name, words, fontName, colour) => {
    const xml = await documentOf(await toDocx(opinion))
    const run = xml.split('<w:r>').find((each) => each.includes(words)) ?? ''
    expect(run).toContain(`w:eastAsia="${fontName}"`)
    if (colour !== null) expect(run).toContain(`<w:color w:val="${colour}"/>`)
  })

  test('says on every page that it is a demonstration and a draft', async () => {
    const parts = await docxParts(await toDocx(opinion))
    const headers = [...parts].filter(([name]) => /word\/header\d+\.xml/.test(name)).map(([, xml]) => xml)
    expect(headers.length).toBe(2)
    for (const header of headers) expect(header).toContain('演示数据　签发前不生效，不编号')
  })

  test('an issued paper has no mark at its head', async () => {
    const { demo: _demo, draft: _draft, ...issued } = opinion
    expect([...(await docxParts(await toDocx(issued))).keys()].filter((name) => name.includes('header'))).toEqual([])
  })

  test('page numbers stand right on odd and left on even pages', async () => {
    const parts = await docxParts(await toDocx(opinion))
    const footers = [...parts].filter(([name]) => /word\/footer\d+\.xml/.test(name)).map(([, xml]) => /<w:jc w:val="(\w+)"/.exec(xml)?.[1])
    expect(footers.sort()).toEqual(['left', 'right'])
    expect(parts.get('word/settings.xml')).toContain('evenAndOddHeaders')
  })

  test('marks the passages that a person must fill', async () => {
    const xml = await documentOf(await toDocx(opinion))
    expect(xml.match(/w:fill="FFF1CC"/g)).toHaveLength(2)
    expect(blanksOf(opinion)).toEqual(['主任会议的日期和次数', '反馈期限'])
  })

  test('an upward paper has its number left and 签发人 right, the name in 楷体', async () => {
    const xml = await documentOf(await toDocx({ ...opinion, signers: ['甲某', '乙某'] }))
    const run = xml.split('<w:r>').find((each) => each.includes('甲某　乙某')) ?? ''
    expect(run).toContain('w:eastAsia="楷体_GB2312"')
    expect(xml).toContain('签发人：')
  })
})

test('a form keeps its merged cells', async () => {
  const bytes = await toDocxTable(registrationForm)
  expect(await wordsOf(bytes, 'form.docx')).toMatch(/文件名称 某某市城市供水应急管理规定/)
  const xml = await documentOf(bytes)
  expect(xml).toContain('<w:gridSpan w:val="3"/>')
  expect(xml).toContain('<w:vMerge w:val="restart"/>')
})

test('a comparison shows new words bold and struck words struck', async () => {
  const bytes = await toComparisonTableDocx(
    [
      { before: [{ text: '第一条　处', change: 'same' }, { text: '五百元', change: 'gone' }], after: [{ text: '第一条　处', change: 'same' }, { text: '三百元', change: 'added' }], note: '降低数额' },
      { before: [], after: [{ text: '第二条　新增。', change: 'added' }] },
    ],
    { title: '条文对照表', demo: '演示数据' },
  )
  const xml = await documentOf(bytes)
  const run = (words: string) => xml.split('<w:r>').find((each) => each.includes(words)) ?? ''
  expect(run('五百元')).toContain('<w:strike/>')
  expect(run('三百元')).toContain('<w:b/>')
  expect(run('第一条　处')).not.toMatch(/<w:strike\/>|<w:b\/>/)
  expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/)
  expect(await wordsOf(bytes, 'comparison.docx')).toMatch(/现行 修改后 说明[\s\S]*（无） 第二条　新增。/)
})

if (libreOffice !== null) {
  const office = libreOffice
  describe('opened in LibreOffice', () => {
    test('28 characters a line, 22 lines a page, on A4', async () => {
      const pages = await pdfPages(await printWithLibreOffice(office, await toDocx(gridPaper)))
      const bodyLines = pages.map((page) => page.lines.filter((line) => /^字+$/.test(line.text)))
      expect(pages[0]).toMatchObject({ widthPoints: expect.closeTo(595.3, 0), heightPoints: expect.closeTo(841.9, 0) })
      expect(bodyLines[1]).toHaveLength(22)
      for (const line of bodyLines[1] ?? []) expect(line.text).toHaveLength(28)
    }, 150_000)

    test('no mark at the end of a line is lost', async () => {
      const words = ['甲', '乙', '丙', '丁'].map((character, index) => `${character.repeat(52 + index)}，${character.repeat(20)}。`)
      const pages = await pdfPages(await printWithLibreOffice(office, await toDocx({ title: '函', body: words.map((each) => ({ kind: 'paragraph', words: each })) })))
      expect(pages.flatMap((page) => page.lines.map((line) => line.text.trim())).join('')).toContain(words.join(''))
    }, 150_000)

    test('the opinion keeps its order and its imprint is on the last page', async () => {
      const pages = await pdfPages(await printWithLibreOffice(office, await toDocx(opinion)))
      const last = pages.at(-1)?.lines.map((line) => line.text).join('') ?? ''
      expect(last).toContain('抄送：市司法局')
      expect(last).toContain('某某市人大常委会')
      expect(pages.every((page) => page.lines.some((line) => line.text.includes('演示数据')))).toBe(true)
    }, 150_000)
  })
}
