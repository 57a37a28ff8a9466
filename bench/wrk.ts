import { spawnSync } from 'node:child_process'

export interface Load {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
}

/** Asks for one address with 32 connections for ten seconds, after two to warm up, from the second core. */
export function load(url: string): Load {
  run(url, 2)
  const output = run(url, 10)
  const errors = /Non-2xx or 3xx responses: (\d+)/.exec(output)
  if (errors) throw new Error(`${url}: ${errors[0]}`)
  return {
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(output)?.[1]),
    p50: milliseconds(output, '50%'),
    p99: milliseconds(output, '99%'),
  }
}

function run(url: string, seconds: number): string {
  const { stdout, status, stderr } = spawnSync(
    'taskset',
    ['-c', '1', 'wrk', '-t', '1', '-c', '32', '-d', `${seconds}s`, '--latency', '-H', 'Accept-Encoding: gzip', url],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`wrk failed: ${stderr}`)
  return stdout
}

function milliseconds(output: string, percentile: string): number {
  const [, value, unit] = new RegExp(`${percentile}\\s+([\\d.]+)(us|ms|s)`).exec(output) ?? []
  return Number(value) * (unit === 'us' ? 0.001 : unit === 's' ? 1_000 : 1)
}
