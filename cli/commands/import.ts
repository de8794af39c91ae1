import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { importText, type ManifestEntry, readManifest, searchConsumer } from '../../api/library/index.ts'
import { openServices } from '../../api/main.ts'
import { drainOutbox } from '../../api/platform/jobs/index.ts'
import { type Output, UsageError } from '../command.ts'
import { installationConfig } from '../with-installation.ts'

const READABLE = new Set(['.md', '.txt', '.docx', '.doc', '.wps', '.pdf', '.ofd', '.rtf', '.html', '.htm'])
/** Companions of texts, never texts. */
const COMPANIONS = new Set(['README.md', 'SOURCES.md', 'irregular.md'])

/** `import PATH…`: folders (with their manifest.json) and files into the library; one line of JSON for each file. */
export async function run(args: string[], output: Output): Promise<number> {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { internal: { type: 'boolean', default: false } } })
  if (positionals.length === 0) throw new UsageError('没有给出文件或者文件夹。')
  const { services, close } = await openServices(installationConfig())
  try {
    let failed = 0
    let done = 0
    for (const target of positionals) {
      const { folder, names, manifest } = await listTexts(target)
      const works = new Map<string, string>()
      for (const name of names) {
        const entry = manifest.get(name)
        const result = await importText({ services, by: null, publish: !values.internal, works, file: { path: path.join(folder, name), name, ...(entry === undefined ? {} : { entry }) } })
        output.data(JSON.stringify(result))
        for (const p of result.problems) output.problem(`${name}:${p.line}: ${p.message}`)
        if (result.unknown.length > 0) output.problem(`${name}: 没有找到${result.unknown.join('、')}，按未知保存。`)
        if (result.message !== null) output.problem(`${name}: ${result.message}`)
        if (result.status === 'refused') failed += 1
        done += 1
        if (done % 50 === 0) output.problem(`已导入 ${done} / ${names.length}`)
      }
    }
    await drainOutbox(services, [searchConsumer])
    output.problem(`导入 ${done} 个文件，${failed} 个没有接收。`)
    return failed === 0 ? 0 : 1
  } finally {
    await close()
  }
}

/** The texts of a folder in the order of their dates, so that versions follow each other; or the one file. */
async function listTexts(target: string): Promise<{ folder: string; names: string[]; manifest: Map<string, ManifestEntry> }> {
  const found = await stat(target).catch(() => null)
  if (found === null) throw new UsageError(`没有“${target}”这个文件或者文件夹。`)
  if (found.isFile()) return { folder: path.dirname(target), names: [path.basename(target)], manifest: new Map() }
  const manifest = await readFile(path.join(target, 'manifest.json'), 'utf8').then(readManifest, () => new Map<string, ManifestEntry>())
  const names = (await readdir(target)).filter((n) => READABLE.has(path.extname(n).toLowerCase()) && !COMPANIONS.has(n))
  const dateOf = (name: string) => manifest.get(name)?.version_date ?? ''
  return { folder: target, names: names.sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : a < b ? -1 : 1)), manifest }
}
