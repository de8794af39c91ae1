import { parseArgs } from 'node:util'
import { realClock } from '../../api/platform/config/clock.ts'
import { type Citation, existsIn, locateCitations, recogniseCitations, type SourcePosition } from '../../law/citation/index.ts'
import { type Output, UsageError } from '../command.ts'
import { type Judged, LawFolder } from '../law-folder.ts'
import { readLegalSource } from '../read-legal-text.ts'
import { sentenceOf } from '../say-error.ts'

function asJson({ text, in: home, target }: Citation, position: SourcePosition | undefined, judged: Judged | null): object {
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
    ...(judged === null ? {} : { exists: judged.exists, ...(judged.missing.length === 0 ? {} : { missing: judged.missing }) }),
  }
}

/** What one file cites, in reading order; with a library, whether it is there. */
async function citedBy(options: { file: string; library: LawFolder | null; on: string; output: Output }): Promise<object[]> {
  const { file, library, on, output } = options
  const { text, lines } = await readLegalSource(file)
  const citations = recogniseCitations(text)
  const positions = locateCitations(text, citations, lines())
  const unknown = new Set<string>()
  const cited: object[] = []
  for (const citation of citations) {
    const { target } = citation
    const judged: Judged | null = library === null ? null : target.law === 'self' ? existsIn([[text]], target) : await library.judge(target, on)
    if (judged?.why !== undefined) unknown.add(judged.why)
    cited.push(asJson(citation, positions.get(citation), judged))
  }
  for (const why of unknown) output.problem(`${file}: ${why}`)
  return cited
}

/**
 * `cite FILE…`: what each text cites, in reading order; one line of JSON for each file. With `--library`, whether it
 * exists: in the file itself, or in the version in force on `--date`; null where the library cannot tell.
 */
export async function run(args: string[], output: Output): Promise<number> {
  const { values, positionals: files } = parseArgs({
    args,
    allowPositionals: true,
    options: { library: { type: 'string' }, date: { type: 'string' } },
  })
  if (files.length === 0) throw new UsageError('没有给出文件。')
  if (values.date !== undefined && values.library === undefined) throw new UsageError('--date 要和 --library 一起用。')
  const on = values.date ?? realClock.today()
  if (!isDate(on)) throw new UsageError(`“${on}”不是日期，请写成 2026-01-31 这样。`)
  const library = values.library === undefined ? null : await LawFolder.open(values.library)
  let exitCode = 0
  for (const file of files) {
    try {
      output.data(JSON.stringify({ file, citations: await citedBy({ file, library, on, output }) }))
    } catch (error) {
      const message = sentenceOf(error)
      output.data(JSON.stringify({ file, error: message }))
      output.problem(`${file}: ${message}`)
      exitCode = 1
    }
  }
  return exitCode
}

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text
