import { type Logger, pino, stdSerializers } from 'pino'
import { env } from '#lib/env.ts'

export type { Logger }

/**
 * The log of this process: one JSON line an event on standard output. JSON escapes CR and LF, so nothing that a visitor
 * sends can begin a line of its own; what is named like a secret is never written.
 */
export function log(): Logger {
  current ??= makeLog(env().LOG_LEVEL)
  return current
}

let current: Logger | undefined

/** A log of its own, for tests and tools: `write` receives the lines in place of standard output. */
export function makeLog(level: string, write?: (line: string) => void): Logger {
  const options = {
    level,
    base: undefined,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: withoutSecrets, error: withoutSecrets },
    redact: { paths: SECRETS.flatMap(name => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
  }
  return write ? pino(options, { write }) : pino(options)
}

const SECRETS = [
  'password',
  'passwordHash',
  'token',
  'secret',
  'recoveryCode',
  'authorization',
  'cookie',
  'databaseUrl',
  'DATABASE_URL',
  'AUTH_SECRET',
  'SMTP_URL',
  '["set-cookie"]',
]

/** Drivers like to repeat the connection string, password and all, in their messages. */
function withoutSecrets(error: Error): object {
  const { type, message, stack, ...rest } = stdSerializers.err(error)
  // Of the driver's own fields only the code is kept: `detail` and `parameters` quote rows.
  return { type, message: hidePasswords(message), stack: hidePasswords(stack ?? ''), code: rest.code }
}

function hidePasswords(text: string): string {
  return text.replace(/(\/\/[^\s:/@]*):[^\s@]*@/g, '$1:[redacted]@')
}
