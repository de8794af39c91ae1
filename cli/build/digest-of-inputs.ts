import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

function* filesBelow(place: string): Iterable<string> {
  if (statSync(place).isFile()) yield place
  else {
    const names = readdirSync(place).filter((name) => name !== 'node_modules').sort()
    for (const name of names) yield* filesBelow(path.join(place, name))
  }
}

/** One digest of the contents of files and folders; a file that is not there counts too. */
export function digestOfInputs(root: string, places: string[]): string {
  const hash = createHash('sha256')
  for (const place of places) {
    const absolute = path.join(root, place)
    if (!existsSync(absolute)) hash.update(`${place} missing\n`)
    else for (const file of filesBelow(absolute)) hash.update(`${path.relative(root, file)}\n`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** A file beside what was built that says from what; it is written when the build is done. */
export const builtFrom = (stamp: string): string | undefined => (existsSync(stamp) ? readFileSync(stamp, 'utf8').trim() : undefined)
export const stampBuild = (stamp: string, digest: string): void => writeFileSync(stamp, `${digest}\n`)
