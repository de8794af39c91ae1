import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { UsageError } from '../command.ts'
import { run } from './cite.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'lifa-cite-'))
afterAll(() => rmSync(folder, { recursive: true }))

function write(name: string, ...lines: string[]): string {
  const target = path.join(folder, name)
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(target, lines.join('\n'))
  return target
}

async function cite(...args: string[]) {
  const lines: { file: string; error?: string; citations: Record<string, unknown>[] }[] = []
  const problems: string[] = []
  const code = await run(args, { data: (line) => lines.push(JSON.parse(typeof line === 'string' ? line : [...line].join(''))), problem: (line) => problems.push(line) })
  return { code, lines, problems }
}

const law = (title: string, ...articles: string[]): string[] => [title, ...articles]
const library = path.join(folder, 'library')
write('library/old.txt', ...law('中华人民共和国养犬法', '第一条 甲。', '第二条 乙。', '第三条 丙。', '第四条 本法自2010年1月1日起施行。'))
write('library/new.txt', ...law('中华人民共和国养犬法', '第一条 甲：', '（一）甲；', '（二）乙。', '丙。', '第二条 本法自2020年1月1日起施行。'))
write('library/before.txt', ...law('犬只登记办法', '第一条 甲。', '第二条 乙。', '第三条 本办法自2011年1月1日起施行。'))
write('library/after.txt', ...law('宠物登记办法', '第一条 本办法自2021年1月1日起施行。'))
write('library/amended.txt', ...law('中华人民共和国养猫法', '第一条 甲。', '第二条 乙。', '第三条 本法自2001年1月1日起施行。'))
write('library/decision.txt', '关于修改《中华人民共和国养猫法》的决定', '一、增加一条，作为第二条：“乙。”', '本决定自2022年10月1日起施行。')
write('library/first.txt', ...law('中华人民共和国养猫法', '第一条 甲。', '第二条 本法自2001年1月1日起施行。'))
const manifest = JSON.stringify({
  texts: [
    { file: 'old.txt', title: '中华人民共和国养犬法', version_date: '2009-10-01' },
    { file: 'new.txt', title: '中华人民共和国养犬法', version_date: '2019-10-01' },
    { file: 'before.txt', title: '犬只登记办法', work: '登记办法', version_date: '2010-10-01' },
    { file: 'after.txt', title: '宠物登记办法', work: '登记办法', version_date: '2020-10-01' },
    { file: 'first.txt', title: '中华人民共和国养猫法', version_date: '2000-10-01' },
    { file: 'amended.txt', title: '中华人民共和国养猫法', version_date: '2022-06-01' },
    { file: 'decision.txt', title: '关于修改《中华人民共和国养猫法》的决定', version_date: '2022-06-01' },
  ],
})

const CITING = [
  '停车管理办法',
  '第一条 根据《养犬法》（以下简称“犬法”），制定本办法。',
  '第二条 依照犬法第三条、第一条第一款第二项处罚。',
  '第三条 依照《犬只登记办法》第二条登记，依照《养鱼法》第一条放生。',
  '第四条 依照本办法第一条、第九条处理。',
  '第五条 依照养猫法第三条处理。',
]

describe('cite', () => {
  test('gives one line for each file in the order of the arguments, also for one that failed', async () => {
    const [one, other] = [write('one.txt', ...CITING), write('other.txt', '停车办法', '第一条 甲。')]
    const missing = path.join(folder, 'nowhere.txt')
    const { code, lines, problems } = await cite(one, missing, other)
    expect(lines.map(({ file }) => file)).toEqual([one, missing, other])
    expect(lines[1]).toEqual({ file: missing, error: '没有这个文件。' })
    expect(lines[2]).toEqual({ file: other, citations: [] })
    expect(problems).toEqual([`${missing}: 没有这个文件。`])
    expect(code).toBe(1)
  })

  test('names a citation by line and column, without a word on existence where no library is asked', async () => {
    const { lines } = await cite(write('plain.txt', ...CITING))
    expect(lines[0]?.citations[1]).toEqual({
      line: 3,
      col: 6,
      text: '犬法第三条、第一条第一款第二项',
      in: { article: '第二条', paragraph: 1, item: null },
      target: {
        law: '养犬法',
        articles: ['第三条', '第一条'],
        paragraph: null,
        item: null,
        parts: [
          { article: '第三条', paragraph: null, item: null },
          { article: '第一条', paragraph: 1, item: '（二）' },
        ],
      },
    })
  })

  test.each<[string, string, Record<string, boolean | null>]>([
    ['before a law is in force', '2009-12-01', { '《养犬法》': null, '犬法第三条、第一条第一款第二项': null, '《犬只登记办法》第二条': null, 养猫法第三条: false }],
    ['while the first version is', '2015-01-01', { '《养犬法》': true, '犬法第三条、第一条第一款第二项': false, '《犬只登记办法》第二条': true, 养猫法第三条: false }],
    ['after both were replaced, one of them under another title', '2023-01-01', { '《养犬法》': true, '犬法第三条、第一条第一款第二项': false, '《犬只登记办法》第二条': false, 养猫法第三条: true }],
    ['before the amending decision is in force, whose date stands only in itself', '2022-09-30', { 养猫法第三条: false }],
    ['when it is', '2022-10-01', { 养猫法第三条: true }],
  ])('says what exists %s', async (_, date, expected) => {
    write('library/manifest.json', manifest)
    const { lines, code } = await cite('--library', library, '--date', date, write('dated.txt', ...CITING))
    const exists = new Map(lines[0]?.citations.map((one) => [one['text'], one['exists']]))
    expect(Object.fromEntries(Object.keys(expected).map((text) => [text, exists.get(text)]))).toEqual(expected)
    expect([exists.get('《养鱼法》第一条'), exists.get('本办法第一条、第九条')]).toEqual([null, false])
    expect(code).toBe(0)
  })

  test('names the places that are missing, and says what the library cannot tell', async () => {
    write('library/manifest.json', manifest)
    const file = write('missing.txt', ...CITING)
    const { lines, problems } = await cite(file, '--library', library, '--date', '2023-01-01')
    const missing = lines[0]?.citations.flatMap((one) => (one['missing'] === undefined ? [] : [one['missing']]))
    expect(missing).toEqual([
      [{ article: '第三条', paragraph: null, item: null }],
      [{ article: '第二条', paragraph: null, item: null }],
      [{ article: '第九条', paragraph: null, item: null }],
    ])
    expect(problems).toEqual([`${file}: 库中没有《养鱼法》。`])
  })

  test('reads titles and dates from the texts where the folder has no manifest', async () => {
    write('bare/old.txt', ...law('中华人民共和国养犬法', '（2009年10月1日通过）', '第一条 甲。', '第二条 乙。', '第三条 丙。', '第四条 本法自2010年1月1日起施行。'))
    write('bare/new.txt', ...law('中华人民共和国养犬法', '（2019年10月1日通过）', '第一条 甲。', '第二条 本法自2020年1月1日起施行。'))
    const file = write('bare.txt', '停车办法', '第一条 依照养犬法第三条处理。')
    const exists = async (date: string) => (await cite(file, '--library', path.join(folder, 'bare'), '--date', date)).lines[0]?.citations[0]?.['exists']
    expect([await exists('2019-12-31'), await exists('2020-01-01')]).toEqual([true, false])
  })

  test('takes a title with （2020年修正） for the same law, one with （试行） for another', async () => {
    write('notes/dog.txt', '养犬办法（2020年修正）', '第一条 甲。', '第二条 本办法自2010年1月1日起施行。')
    write('notes/cat.txt', '养猫办法（试行）', '第一条 甲。', '第二条 本办法自2010年1月1日起施行。')
    const file = write('notes.txt', '停车办法', '第一条 依照《养犬办法》第一条和《养猫办法》第一条处理。')
    const { lines } = await cite(file, '--library', path.join(folder, 'notes'), '--date', '2024-01-01')
    expect(lines[0]?.citations.map((one) => one['exists'])).toEqual([true, null])
  })

  test('says that it is not known where the versions that may be in force do not agree', async () => {
    write('doubt/first.txt', '养犬办法', '第一条 甲。', '第二条 本办法自2010年1月1日起施行。')
    write('doubt/second.txt', '养犬办法', '第一条 甲。', '第二条 乙。', '第三条 本办法自2010年1月1日起施行。')
    write('doubt/manifest.json', JSON.stringify({ texts: [{ file: 'first.txt', title: '养犬办法', version_date: '2009-12-01' }, { file: 'second.txt', title: '养犬办法', version_date: '2020-06-01' }] }))
    const file = write('doubt.txt', '停车办法', '第一条 依照《养犬办法》第一条和第三条处理。')
    const { lines, problems } = await cite(file, '--library', path.join(folder, 'doubt'), '--date', '2020-07-01')
    expect(lines[0]?.citations[0]?.['exists']).toBeNull()
    expect(problems.join()).toContain('不能确定2020-07-01施行的是《养犬办法》的哪一个版本')
  })

  test.each([[[]], [['--date', '2020-01-01', 'a.txt']], [['--library', 'no-such-folder', 'a.txt']], [['--library', '.', '--date', '2020-02-30', 'a.txt']]])(
    'refuses arguments that make no sense: %j',
    async (args) => {
      await expect(cite(...args)).rejects.toThrow(UsageError)
    },
  )
})
