import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

export type Count = { passed: number; failed: number; skipped: number }

const vitestReport = z.object({
  numPassedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})

/** What vitest counted. A file that could not even be read has no tests, and is one failure. */
export function countVitest(report: unknown): Count {
  const read = vitestReport.parse(report)
  const broken = read.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0).length
  return {
    passed: read.numPassedTests,
    failed: read.numFailedTests + broken,
    skipped: read.numPendingTests + read.numTodoTests,
  }
}

/** What Playwright counted. A test that passes only at the second attempt has not passed. */
export function countPlaywright(report: unknown): Count {
  const { expected, unexpected, flaky, skipped } = playwrightReport.parse(report).stats
  return { passed: expected, failed: unexpected + flaky, skipped }
}

/** The counts of a report file. A runner that fell over before it wrote one, or whose exit code contradicts it, failed once. */
export function countReport(file: string, code: number, count: (report: unknown) => Count): Count {
  const counted = existsSync(file)
    ? count(JSON.parse(readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 }
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}

export function add(counts: Count[]): Count {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const count of counts) for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += count[key]
  return total
}

export function sentence({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
