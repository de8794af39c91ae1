import { spawn } from 'node:child_process'
import path from 'node:path'
import { builtFrom, digestOfInputs, stampBuild } from './digest-of-inputs.ts'

const root = path.resolve(import.meta.dirname, '../..')

interface Build {
  /** What is told while it runs. */
  label: string
  /** Contents that decide whether it has to be made again. */
  inputs: string[]
  stamp: string
  /** A script of an installed package, with its arguments. */
  script: string[]
}

const client: Build = {
  label: '正在生成数据库客户端 / generating the database client',
  inputs: ['prisma/schema.prisma', 'node_modules/prisma/package.json'],
  stamp: 'prisma/generated/.built-from',
  script: ['node_modules/prisma/build/index.js', 'generate'],
}

const userInterface: Build = {
  label: '正在构建界面 / building the interface',
  inputs: ['ui', 'law', 'node_modules/vite/package.json', 'node_modules/lit/package.json', 'package-lock.json'],
  stamp: 'dist/ui/.built-from',
  script: ['node_modules/vite/bin/vite.js', 'build', 'ui', '--logLevel', 'warn'],
}

/** Runs a script and keeps what it says for the case that it fails. */
async function runScript(script: string[]): Promise<void> {
  const child = spawn(process.execPath, script, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const status = await new Promise<number | string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown'))
  })
  if (status !== 0) throw new Error(`${script.join(' ')} 没有完成 / failed (${status})\n${said}`)
}

async function buildWhenStale(build: Build, tell: (line: string) => void): Promise<boolean> {
  const stamp = path.join(root, build.stamp)
  const digest = digestOfInputs(root, build.inputs)
  if (builtFrom(stamp) === digest) return false
  tell(`${build.label} …`)
  await runScript(build.script)
  stampBuild(stamp, digest)
  return true
}

type Tell = (line: string) => void

/** Makes Prisma's client when the schema has changed; whatever opens the database needs it. @returns whether it did */
export const generateClientWhenStale = (tell: Tell): Promise<boolean> => buildWhenStale(client, tell)

/** Builds the interface into dist/ui when its sources have changed. @returns whether it did */
export const buildInterfaceWhenStale = (tell: Tell): Promise<boolean> => buildWhenStale(userInterface, tell)
