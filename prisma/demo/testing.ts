import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import { sharedTemplate, testDatabase } from '#lib/db/testing.ts'
import { loadDemo, loadStarter } from './load.ts'

/**
 * A database and a folder of this test file's own with the demo publication, loaded into what a publication that began without it has
 * already. It is loaded once in a run: its pictures take longer than most tests.
 */
export async function demoDatabase() {
  const folder = join(inject('directory'), 'demo')
  const template = await sharedTemplate('demo', async databaseUrl => {
    await loadStarter({ databaseUrl })
    if (!(await loadDemo({ databaseUrl, dataDir: folder }))) throw new Error('The demo is there already')
  })
  const dataDir = mkdtempSync(join(tmpdir(), 'out-of-five-demo-'))
  cpSync(folder, dataDir, { recursive: true })
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))
  return { ...(await testDatabase(template)), dataDir }
}
