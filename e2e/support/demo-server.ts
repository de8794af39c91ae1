import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { copyFolder, startDemo } from './demo-process.ts'
import { freePort } from './server-process.ts'

declare module 'vitest' {
  interface ProvidedContext {
    demoUrl: string
    /** the data folder as it was loaded, nobody having done anything yet; empty beside a server that runs already */
    loadedDemo: string
  }
}

/**
 * One server with the demonstration on a fresh data folder for all browser tests, stopped and removed at the end.
 * `LIFA_E2E_URL` names one that runs already (its data are then used and changed).
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const running = process.env.LIFA_E2E_URL
  if (running !== undefined) {
    project.provide('demoUrl', running)
    project.provide('loadedDemo', '')
    return async () => undefined
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'lifa-e2e-'))
  const [dataDir, loaded, port] = [path.join(folder, 'data'), path.join(folder, 'loaded'), await freePort()]
  // loading takes far longer than a copy: a journey with a demonstration of its own begins from here
  await (await startDemo({ dataDir, port })).stop()
  await copyFolder(dataDir, loaded)
  project.provide('loadedDemo', loaded)
  const demo = await startDemo({ dataDir, port })
  project.provide('demoUrl', demo.url)
  return async () => {
    await demo.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
