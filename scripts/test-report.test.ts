import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { add, countPlaywright, countReport, countVitest, sentence } from './test-report.ts'

const vitest = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] }
const playwright = (stats: object) => ({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats } })

describe('the count at the end of npm test', () => {
  test('adds up every runner', () => {
    const total = add([countVitest(vitest), countPlaywright(playwright({ expected: 30, unexpected: 2, skipped: 1 }))])
    expect(sentence(total)).toBe('37 passed, 2 failed, 3 skipped')
  })

  test('says nothing of skipped tests when there are none', () => {
    expect(sentence({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed')
  })

  test('takes a test file that cannot be read for a failure', () => {
    const broken = { ...vitest, testResults: [{ status: 'failed', assertionResults: [] }] }
    expect(countVitest(broken).failed).toBe(1)
  })

  test('takes a flaky test for a failure', () => {
    expect(countPlaywright(playwright({ expected: 3, flaky: 1 }))).toEqual({ passed: 3, failed: 1, skipped: 0 })
  })

  test('takes a runner that wrote nothing, or ended badly, for a failure', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'report-')), 'unit.json')
    expect(countReport(file, 1, countVitest)).toEqual({ passed: 0, failed: 1, skipped: 0 })
    writeFileSync(file, JSON.stringify(vitest))
    expect(countReport(file, 1, countVitest)).toMatchObject({ passed: 7, failed: 1 })
    expect(countReport(file, 0, countVitest)).toMatchObject({ passed: 7, failed: 0 })
  })
})
