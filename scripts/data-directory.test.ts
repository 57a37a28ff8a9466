import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isRoot, openDataDirectory } from './data-directory.ts'
import { lockDataDirectory, lockHolder } from './lock.ts'

const fresh = () => join(mkdtempSync(join(tmpdir(), 'data-')), 'data')
const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)

describe('the data folder', () => {
  test('is made closed to others, with its secrets', () => {
    const path = fresh()
    const { secrets } = openDataDirectory(path)
    expect(secrets.authSecret).toMatch(/^[0-9a-f]{64}$/)
    expect(mode(path)).toBe(isRoot() ? '711' : '700')
    expect([mode(join(path, 'media')), mode(join(path, 'secrets.json'))]).toEqual(['700', '600'])
  })

  test('keeps its secrets, and closes them again', () => {
    const path = fresh()
    const { secrets } = openDataDirectory(path)
    chmodSync(join(path, 'secrets.json'), 0o644)
    expect(openDataDirectory(path).secrets).toEqual(secrets)
    expect(mode(join(path, 'secrets.json'))).toBe('600')
  })

  test('with unreadable secrets is refused, not given new ones', () => {
    const path = fresh()
    openDataDirectory(path)
    writeFileSync(join(path, 'secrets.json'), '{"authSecret":')
    expect(() => openDataDirectory(path)).toThrow(/secrets\.json cannot be read/)
  })

  test('that cannot be made is explained', () => {
    const file = fresh()
    writeFileSync(file, '')
    expect(() => openDataDirectory(file)).toThrow(/cannot be made.*DATA_DIR/)
  })
})

describe('the lock of the data folder', () => {
  test('lets one in, and the next one when that has gone', () => {
    const { path } = openDataDirectory(fresh())
    const lock = lockDataDirectory(path, 'npm start')
    expect(() => lockDataDirectory(path, 'npm start')).toThrow(/in use by "npm start" \(process \d+\)/)
    lock.release()
    expect(lockHolder(path)).toBeNull()
    lockDataDirectory(path, 'npm start').release()
  })

  test('left by a killed process is taken over', async () => {
    const { path } = openDataDirectory(fresh())
    const module = JSON.stringify(join(import.meta.dirname, 'lock.ts'))
    const code = `import { lockDataDirectory } from ${module}; lockDataDirectory(${JSON.stringify(path)}, 'npm start'); console.log('held'); setInterval(() => {}, 1000)`
    const other = spawn(process.execPath, ['--input-type=module-typescript', '--eval', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise(resolve => other.stdout.once('data', resolve))
    expect(lockHolder(path)?.pid).toBe(other.pid)
    other.kill('SIGKILL')
    await new Promise(resolve => other.once('exit', resolve))
    expect(lockHolder(path)).toBeNull()
    lockDataDirectory(path, 'npm start').release()
  })

  test('of an earlier process with the same number is not taken for a living one', () => {
    const { path } = openDataDirectory(fresh())
    writeFileSync(
      join(path, 'lock.json'),
      JSON.stringify({ pid: process.pid, born: 'before the machine restarted', command: 'npm start' }),
    )
    lockDataDirectory(path, 'npm start')
    expect(JSON.parse(readFileSync(join(path, 'lock.json'), 'utf8'))).toMatchObject({ pid: process.pid })
  })
})
