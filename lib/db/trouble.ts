// What is wrong when the database does not do what it was asked to, as far as somebody who waits for an answer is concerned.

/** `away`: it cannot be reached now, and will be again. `full`: it has no room on its disk. */
export type DatabaseTrouble = 'away' | 'full'

// Class 53 and 57 of SQLSTATE; Prisma's codes for a pool or a server that gave no connection; Node's for a broken one.
const full = new Set(['53100', 'ENOSPC'])
const away = new Set([
  ...['57P01', '57P02', '57P03', '53300', '08000', '08001', '08003', '08004', '08006'],
  ...['P1001', 'P1002', 'P1008', 'P1017', 'P2024'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', 'EAI_AGAIN'],
])
/** What pg says without a code. */
const brokenOff =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout/

/** Which of our troubles an error is, wherever in it that is said; null when it is something else. */
export function databaseTrouble(error: unknown): DatabaseTrouble | null {
  // Whoever asked has gone away, and Node says it as it would of a database that has.
  if (error instanceof Error && error.message === 'aborted') return null
  const found = new Set(signs(error, 0))
  if ([...found].some(sign => full.has(sign))) return 'full'
  return [...found].some(sign => away.has(sign) || brokenOff.test(sign)) ? 'away' : null
}

/** Prisma wraps the driver's error, which wraps the database's. */
function* signs(value: unknown, depth: number): Generator<string> {
  if (typeof value !== 'object' || value === null || depth > 5) return
  for (const name of ['code', 'originalCode', 'message', 'originalMessage']) {
    const sign: unknown = Reflect.get(value, name)
    if (typeof sign === 'string') yield sign
  }
  for (const name of ['cause', 'meta', 'driverAdapterError', 'error']) yield* signs(Reflect.get(value, name), depth + 1)
}
