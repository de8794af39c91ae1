import { parseArgs } from 'node:util'
import { type Citation, locateCitations, recogniseCitations, type SourcePosition } from '../../law/citation/index.ts'
import { type Output, UsageError } from '../command.ts'
import { readLegalSource } from '../read-legal-text.ts'

function asJson({ text, in: home, target }: Citation, position: SourcePosition | undefined): object {
  const { article, paragraph, item, section } = home
  const { law, articles, parts, lawAlso } = target
  return {
    line: position?.line ?? null,
    col: position?.col ?? null,
    text,
    in: { article, paragraph, item, ...(section === undefined ? {} : { section }) },
    target: {
      law,
      articles,
      paragraph: target.paragraph,
      item: target.item,
      ...(parts === undefined ? {} : { parts }),
      ...(lawAlso === undefined ? {} : { law_also: lawAlso }),
    },
  }
}

/** What one file cites, in reading order. */
async function citedBy(file: string): Promise<object[]> {
  const { text, lines } = await readLegalSource(file)
  const citations = recogniseCitations(text)
  const positions = locateCitations(text, citations, lines())
  return citations.map((citation) => asJson(citation, positions.get(citation)))
}

/** `cite FILE…`: what each text cites, in reading order; one line of JSON for each file. */
export async function run(args: string[], output: Output): Promise<number> {
  const { positionals: files } = parseArgs({ args, allowPositionals: true })
  if (files.length === 0) throw new UsageError('没有给出文件。')
  let exitCode = 0
  for (const file of files) {
    try {
      output.data(JSON.stringify({ file, citations: await citedBy(file) }))
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      output.data(JSON.stringify({ file, error: message }))
      output.problem(`${file}: ${message}`)
      exitCode = 1
    }
  }
  return exitCode
}
