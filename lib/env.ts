import { z } from 'zod'

const flag = z.enum(['0', '1']).transform(value => value === '1')

/**
 * Everything that can be configured, and the only reader of process.env at run time. The README's table is made of these
 * descriptions (`npm run doctor -- env` prints it), so they are written for an operator.
 */
const shape = {
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000).describe('Port that the server listens on'),
  HOST: z.string().min(1).default('0.0.0.0').describe('Address that the server listens on'),
  SITE_URL: z
    .url({ protocol: /^https?$/ })
    .transform(value => new URL(value).origin)
    .optional()
    .describe('Public address, such as https://reviews.example.org; http://localhost:PORT when unset'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe(
      'A PostgreSQL 15 to 18 in place of the one that comes with this, such as postgresql://name:password@host:5432/database',
    ),
  DATABASE_POOL_SIZE: z.coerce
    .number()
    .int()
    .min(2)
    .max(200)
    .default(10)
    .describe('Database connections of one server'),
  DATA_DIR: z.string().min(1).default('.data').describe('Folder for the database, media, page cache and secrets'),
  AUTH_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe(
      'Signs the sessions; at least 32 characters. Made on the first start and kept in DATA_DIR/secrets.json when unset',
    ),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe(
      'Mail server, such as smtps://name:password@mail.example.org, for links to a new password; without it the sign-in page says how the operator sets one',
    ),
  MAIL_FROM: z.string().min(3).optional().describe('Sender of mail, such as "Out of Five <desk@example.org>"'),
  INDEXNOW_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .default('https://api.indexnow.org/indexnow')
    .describe('Where search engines are told of changes, once an owner has turned that on'),
  ALLOW_PRIVATE_HOSTS: flag
    .default(false)
    .describe(
      '1 lets notices of changes go to hosts in a private network, and from a site that is in one, and lets pictures, titles and links there be fetched; otherwise none of them is called',
    ),
  S3_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Keeps pictures in a bucket instead of DATA_DIR, of any service that speaks S3, such as https://s3.example.org; needs the four below',
    ),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
    .optional()
    .describe('Name of the bucket, which is there already and need not be public'),
  S3_REGION: z.string().min(1).default('us-east-1').describe('Region of the bucket'),
  S3_ACCESS_KEY_ID: z.string().min(1).optional().describe('Key that may read, write, delete and list in the bucket'),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional().describe('Its secret'),
  S3_CACHE_MB: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .default(1_024)
    .describe('Room in DATA_DIR for copies of what the bucket has, in MB'),
  TRUSTED_PROXY_HOPS: z.coerce
    .number()
    .int()
    .min(0)
    .max(5)
    .default(0)
    .describe('How many proxies in front of the server add to X-Forwarded-For; 0 believes nobody'),
  WORKER: z
    .enum(['inline', 'off'])
    .default('inline')
    .describe('inline runs jobs in the server process; off leaves them to `npm run worker`'),
  PAGE_CACHE_MB: z.coerce.number().int().min(1).max(4_096).default(128).describe('Memory for finished pages, in MB'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info').describe('How much the server logs'),
  DEMO: flag.default(true).describe('1 loads the demo publication on the first start, 0 begins empty'),
  NODE_ENV: z
    .enum(['development', 'production', 'test'])
    .default('development')
    .describe('Set by the commands; not by hand'),
  NEXT_DIST_DIR: z.string().min(1).default('.next').describe('Folder of the build'),
}

const bucket = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const

const schema = z
  .object(shape)
  .superRefine((values, context) => {
    // Half a bucket would be a folder again, without a word, and pictures would be in two places.
    if (bucket.every(name => values[name] === undefined)) return
    for (const name of bucket.filter(name => values[name] === undefined))
      context.addIssue({ code: 'custom', path: [name], message: 'missing' })
  })
  .transform(values => ({ ...values, SITE_URL: values.SITE_URL ?? `http://localhost:${values.PORT}` }))

export type Env = z.infer<typeof schema>
type Source = Record<string, string | undefined>

/** The environment, parsed once. Throws an `EnvError` that names everything that is wrong. */
export function env(): Env {
  parsed ??= parseEnv(process.env)
  return parsed
}

/** Replaces some values in this process: tests have their own database, and the start script has just made one. */
export function overrideEnv(values: Partial<Env>): void {
  parsed = { ...env(), ...values }
}

/** Says where the text engine, a library of C that reads the environment itself, finds its fonts. */
export function setFonts(configuration: string): void {
  process.env.FONTCONFIG_FILE = configuration
}

let parsed: Env | undefined

/** Validates an environment. An empty value counts as unset, as compose files and shells write it. */
export function parseEnv(source: Source): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([name, value]) => name in shape && value !== ''))
  const result = schema.safeParse(given)
  if (result.success) return result.data
  throw new EnvError(result.error.issues.map(issue => sentence(String(issue.path[0]), given)))
}

export class EnvError extends Error {
  readonly problems: string[]
  constructor(problems: string[]) {
    super(
      `The environment has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${problems.map(line => `  ${line}`).join('\n')}`,
    )
    this.name = 'EnvError'
    this.problems = problems
  }
}

/** Name, default and description of every variable, for the README and `npm run doctor`. */
export function describeEnv(): { name: string; initial: string; description: string }[] {
  return Object.entries(shape).map(([name, rule]) => {
    const initial = rule.safeParse(undefined)
    const value = initial.success && initial.data !== undefined ? initial.data : ''
    return {
      name,
      initial: typeof value === 'boolean' ? String(Number(value)) : String(value),
      description: rule.description ?? '',
    }
  })
}

const ALLOWED: Record<keyof typeof shape, string> = {
  PORT: 'a number from 1 to 65535',
  HOST: 'an address such as 0.0.0.0 or 127.0.0.1',
  SITE_URL: 'an address that begins with http:// or https://',
  DATABASE_URL: 'an address that begins with postgresql://',
  DATABASE_POOL_SIZE: 'a number from 2 to 200',
  DATA_DIR: 'the path of a folder',
  AUTH_SECRET: 'at least 32 characters',
  SMTP_URL: 'an address that begins with smtp:// or smtps://',
  MAIL_FROM: 'a mail address',
  INDEXNOW_ENDPOINT: 'an address that begins with https://',
  ALLOW_PRIVATE_HOSTS: '1 or 0',
  S3_ENDPOINT: 'an address that begins with https:// (with the other S3_ variables)',
  S3_BUCKET: 'the name of a bucket (with the other S3_ variables)',
  S3_REGION: 'a region such as eu-central-1',
  S3_ACCESS_KEY_ID: 'a key (with the other S3_ variables)',
  S3_SECRET_ACCESS_KEY: 'the secret of the key (with the other S3_ variables)',
  S3_CACHE_MB: 'a number from 1 to 1000000',
  TRUSTED_PROXY_HOPS: 'a number from 0 to 5',
  WORKER: 'inline or off',
  PAGE_CACHE_MB: 'a number from 1 to 4096',
  LOG_LEVEL: 'debug, info, warn, error or silent',
  DEMO: '1 or 0',
  NODE_ENV: 'development, production or test',
  NEXT_DIST_DIR: 'the path of a folder',
}

const allowed = new Map(Object.entries(ALLOWED))
/** Values that may hold a password are never repeated on a screen or in a log. */
const SECRET = new Set(['DATABASE_URL', 'AUTH_SECRET', 'SMTP_URL', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'])

function sentence(name: string, given: Source): string {
  const value = given[name] ?? ''
  const shown = SECRET.has(name) ? `a value of ${value.length} characters that does not fit` : `"${value}"`
  return `${name} is ${shown}; it must be ${allowed.get(name) ?? 'something else'}.`
}
