import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { parseText, type LegalText } from '../../text/index.ts'
import { amendText } from '../index.ts'
import { findDifferences, isSame } from './differences.ts'
import { writeDecision } from './write-decision.ts'

const corpus = path.resolve(process.env['LIFA_CORPUS'] ?? '../shared/corpus')
const manifest = z
  .object({ pairs: z.array(z.object({ before: z.string(), after: z.string() })) })
  .parse(JSON.parse(readFileSync(path.join(corpus, 'manifest.json'), 'utf8')))
const read = (file: string): LegalText => parseText(readFileSync(path.join(corpus, file), 'utf8'))

/** The whole text written anew is no decision that a clerk would bring. */
const saysEverything = (texts: readonly string[]): boolean => texts.some((text) => text.startsWith('将全文修改为'))
/** The file of this version lost the number of 第二章: no formula takes one away. */
const WITHOUT_FORMULA = 'nongyejishutuiguangfa__2012-08-31.md'

describe.each([
  ['forwards', (pair: { before: string; after: string }) => [pair.before, pair.after] as const],
  ['backwards', (pair: { before: string; after: string }) => [pair.after, pair.before] as const],
])('the decision between two versions, %s, makes the new text of the old one', (_, order) => {
  test.each(manifest.pairs.map(order))('%s → %s', (oldFile, newFile) => {
    const [oldText, newText] = [read(oldFile), read(newFile)]
    const { text, instructions } = writeDecision(oldText, newText)
    expect(saysEverything(instructions.map((one) => one.text))).toBe(newFile === WITHOUT_FORMULA)
    // as `amend OLD (decide OLD NEW)` does it: from the printed decision alone
    const amended = amendText(oldText, parseText(text))
    expect(isSame(findDifferences(newText, amended.text))).toBe(true)
    expect(amended.instructions.filter(({ status }) => status === 'failed')).toEqual([])
  })
})
