import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { importText, type ManifestEntry, readManifest, searchConsumer } from '../api/library/index.ts'
import { drainOutbox } from '../api/platform/jobs/index.ts'
import type { Services } from '../api/platform/services.ts'
import { type Output, UsageError } from './command.ts'
import { isTextFile } from './text-files.ts'

/**
 * Imports folders (with their manifest.json) and files into the library, one line of JSON for each file, and lets the
 * search engine know. @returns how many there were, and how many were refused
 */
export async function importTargets(options: {
  services: Services
  targets: string[]
  publish: boolean
  output: Output
}): Promise<{ done: number; refused: number }> {
  const { services, targets, publish, output } = options
  let refused = 0
  let done = 0
  for (const target of targets) {
    const { folder, names, manifest } = await listTexts(target)
    const works = new Map<string, string>()
    for (const name of names) {
      const entry = manifest.get(name)
      const file = { path: path.join(folder, name), name, ...(entry === undefined ? {} : { entry }) }
      const result = await importText({ services, by: null, publish, works, file })
      output.data(JSON.stringify(result))
      for (const p of result.problems) output.problem(`${name}:${p.line}: ${p.message}`)
      if (result.unknown.length > 0) output.problem(`${name}: 没有找到${result.unknown.join('、')}，按未知保存。`)
      if (result.message !== null) output.problem(`${name}: ${result.message}`)
      if (result.status === 'refused') refused += 1
      done += 1
      if (done % 50 === 0) output.problem(`已导入 ${done} / ${names.length}`)
    }
  }
  await drainOutbox(services, [searchConsumer])
  return { done, refused }
}

/** The texts of a folder in the order of their dates, so that versions follow each other; or the one file. */
async function listTexts(target: string): Promise<{ folder: string; names: string[]; manifest: Map<string, ManifestEntry> }> {
  const found = await stat(target).catch(() => null)
  if (found === null) throw new UsageError(`没有“${target}”这个文件或者文件夹。`)
  if (found.isFile()) return { folder: path.dirname(target), names: [path.basename(target)], manifest: new Map() }
  const manifest = await readFile(path.join(target, 'manifest.json'), 'utf8').then(readManifest, () => new Map<string, ManifestEntry>())
  const names = (await readdir(target)).filter(isTextFile)
  const dateOf = (name: string) => manifest.get(name)?.version_date ?? ''
  return { folder: target, names: names.sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : a < b ? -1 : 1)), manifest }
}
