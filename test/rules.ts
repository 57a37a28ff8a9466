import { basename, dirname } from 'node:path'
import { reachable, type Source } from './sources.ts'

// The rules of docs/decisions and CONTRIBUTING.md that a compiler does not hold. Each brings an example that breaks it, and
// architecture.test.ts shows that it is caught. Over 300 lines would be long, but rules are read side by side.

export type Rule = {
  says: string
  /** Sentences about what breaks it; empty when nothing does. */
  check: (files: Source[]) => string[]
  /** Path and text of files that break it exactly once. */
  broken: Record<string, string>
}

const isTest = ({ path }: Source) => /\.test\.tsx?$/.test(path) || /^(test|e2e|bench)\//.test(path)
const within =
  (...folders: string[]) =>
  (path: string) =>
    folders.some(folder => path.startsWith(folder))

/** A rule about each file alone: the violation is the file's path and what `find` returns. */
function perFile(applies: (file: Source) => boolean, find: (file: Source) => string[]): Rule['check'] {
  return files =>
    files
      .filter(file => applies(file) && !isTest(file))
      .flatMap(file => find(file).map(what => `${file.path}: ${what}`))
}

/** A rule about everything that runs because of a file. */
function perReach(applies: (file: Source) => boolean, find: (reached: Source) => boolean): Rule['check'] {
  return files => {
    const all = new Map(files.map(file => [file.path, file]))
    return files
      .filter(file => applies(file) && !isTest(file))
      .flatMap(file =>
        reachable(file, all)
          .filter(find)
          .map(found => (found === file ? file.path : `${file.path} reaches ${found.path}`)),
      )
  }
}

const contains = (pattern: RegExp, what: string) => (file: Source) => (pattern.test(file.text) ? [what] : [])
const importsAny = (matches: (from: string) => boolean) => (file: Source) =>
  file.imports.filter(({ from, isType }) => !isType && matches(from)).map(({ from }) => `imports ${from}`)

/** Folders that a folder never imports from, erased types excepted. */
const NEVER: Record<string, string[]> = {
  'lib/': ['app/', 'components/', 'server/', 'scripts/', 'prisma/'],
  'components/': ['app/', 'server/', 'scripts/', 'prisma/'],
  'components/ui/': ['components/site/', 'components/desk/', 'components/review/', 'lib/'],
  'components/site/': ['components/desk/'],
  'components/review/': ['components/desk/', 'components/site/'],
  'app/': ['server/', 'scripts/', 'prisma/'],
  'app/(site)/': ['app/desk/', 'components/desk/', 'lib/auth/'],
  'server/': ['app/', 'components/', 'scripts/', 'prisma/'],
}

/** A lib file of the form lib/<noun>/<noun>.ts: rules and types that run anywhere. */
const isPureModule = ({ path }: Source) => /^lib\/([^/]+)\/\1\.tsx?$/.test(path)

/** What only a server has. */
const isServerModule = ({ path, imports }: Source) =>
  path.startsWith('lib/db/') ||
  path === 'lib/env.ts' ||
  imports.some(
    ({ from, isType }) =>
      !isType &&
      (/^(next|@prisma|pg|graphile-worker|sharp|nodemailer|@node-rs)(\/|$|-)/.test(from) || from.startsWith('node:')),
  )

const MAY_USE_PRISMA =
  /^(lib\/db\/|lib\/(auth|jobs|events)\/|lib\/[^/]+\/(published|desk-queries|commands)[^/]*\.ts$|scripts\/|prisma\/)/
const MAY_READ_ENVIRONMENT = /^(lib\/env\.ts|next\.config\.js|(prisma|vitest|playwright)\.config\.ts|scripts\/.*)$/
/** The one component that writes structured data, and escapes it. */
const JSON_LD = /^components\/(site|review)\/json-ld\.tsx$/
/** Route handlers under app/api that anybody may ask: signing in, and what is published. */
const PUBLIC_ROUTES = /^app\/api\/(auth|passkey|v1)\//
/** Server actions that a person who is not signed in must reach. */
const PUBLIC_ACTIONS = /^app\/desk\/\(door\)\//

export const rules: Rule[] = [
  {
    says: 'imports go from app to components to lib, never back',
    check: perFile(
      () => true,
      file =>
        Object.entries(NEVER)
          .filter(([folder]) => file.path.startsWith(folder))
          .flatMap(([, forbidden]) => importsAny(within(...forbidden))(file)),
    ),
    broken: { 'lib/works/works.ts': `import { Card } from '#components/site/card.tsx'` },
  },
  {
    says: 'lib/<noun>/<noun>.ts is pure: nothing of next, react, Prisma, Node or the environment runs because of it',
    check: perReach(
      isPureModule,
      file => isServerModule(file) || file.imports.some(({ from, isType }) => !isType && /^react(-dom)?$/.test(from)),
    ),
    broken: {
      'lib/works/works.ts': `import { a } from './titles.ts'`,
      'lib/works/titles.ts': `import { env } from 'node:process'`,
    },
  },
  {
    says: 'components draw what they are given: nothing that reads the database or the environment runs because of them',
    check: perReach(
      ({ path }) => path.startsWith('components/'),
      ({ path }) => path.startsWith('lib/db/') || path === 'lib/env.ts',
    ),
    broken: {
      'components/site/card.tsx': `import { getWork } from '#lib/works/published.ts'`,
      'lib/works/published.ts': `import { db } from '#lib/db/client.ts'`,
      'lib/db/client.ts': '',
    },
  },
  {
    says: 'readers get no client component',
    check: perReach(
      ({ path }) => path.startsWith('app/(site)/'),
      ({ text }) => /^\s*['"]use client['"]/.test(text),
    ),
    broken: {
      'app/(site)/page.tsx': `import { Menu } from '#components/site/menu.tsx'`,
      'components/site/menu.tsx': `'use client'\nexport const Menu = 1`,
    },
  },
  {
    says: "a reader's page is a function of the database: no cookies, headers or session",
    check: perReach(
      ({ path }) => path.startsWith('app/(site)/'),
      ({ path, imports }) =>
        imports.some(({ from, isType }) => !isType && (from === 'next/headers' || from.startsWith('next-auth'))) ||
        path.startsWith('lib/auth/require-editor'),
    ),
    broken: { 'app/(site)/page.tsx': `import { cookies } from 'next/headers'` },
  },
  {
    says: 'only the data layer imports the Prisma client',
    check: perFile(
      ({ path }) => !MAY_USE_PRISMA.test(path) && !path.startsWith('server/'),
      importsAny(from => /^lib\/db\/(client|connect|generated)/.test(from) || from.startsWith('@prisma/')),
    ),
    broken: { 'lib/works/shelf.ts': `import { db } from '#lib/db/client.ts'` },
  },
  {
    says: 'the server asks the database for events and health, never for rows: it uses the pool, not Prisma',
    check: perFile(
      ({ path }) => path.startsWith('server/'),
      contains(/\bdb\(\)\.|\bprisma\.\w+\.(find|count|create|update|delete)/, 'queries through Prisma'),
    ),
    broken: { 'server/main.ts': 'await db().review.findMany()' },
  },
  {
    says: 'public reads see publications, never the working copy',
    check: perFile(
      ({ path }) => /^lib\/[^/]+\/published[^/]*\.ts$/.test(path),
      contains(
        /\.(review|revision|reviewCritic|reviewTopic)\.(find|count|aggregate|groupBy)/,
        'queries the working copy',
      ),
    ),
    broken: { 'lib/reviews/published.ts': 'await db().review.findMany()' },
  },
  {
    says: 'lib/env.ts is the only reader of process.env',
    check: perFile(
      ({ path }) => !MAY_READ_ENVIRONMENT.test(path),
      contains(/\bprocess\.env\b(?!\.NODE_ENV)|\benv\s*\}\s*from 'node:process'/, 'reads process.env'),
    ),
    broken: { 'lib/works/works.ts': 'const port = process.env.PORT' },
  },
  {
    says: 'markup is never a string, except the one JSON-LD component',
    check: perFile(
      ({ path }) => !JSON_LD.test(path),
      contains(/\bdangerouslySetInnerHTML\s*=/, 'uses dangerouslySetInnerHTML'),
    ),
    broken: { 'components/site/card.tsx': '<p dangerouslySetInnerHTML={{ __html: text }} />' },
  },
  {
    says: 'SQL is never put together from strings',
    check: perFile(() => true, contains(/\$(query|execute)RawUnsafe\b|\bPrisma\.raw\(/, 'uses unsafe raw SQL')),
    broken: { 'lib/works/commands.ts': 'await tx.$queryRawUnsafe(sql)' },
  },
  {
    says: "readers' markup has no style attribute, which the content security policy would drop",
    check: perFile(
      ({ path }) => within('app/(site)/', 'components/site/', 'components/review/')(path),
      contains(/\sstyle=\{/, 'has an inline style'),
    ),
    broken: { 'components/review/rating.tsx': '<i style={{ width: 3 }} />' },
  },
  {
    says: 'names of files and folders are kebab-case',
    check: perFile(
      ({ path }) => !isKebabCase(path),
      () => ['is not kebab-case'],
    ),
    broken: { 'components/site/ReviewCard.tsx': '' },
  },
  {
    says: 'a file of more than 300 lines says at its head why',
    check: files =>
      files
        .filter(file => !isTest(file) && file.lines > 300 && !file.hasHead)
        .map(file => `${file.path}: ${file.lines} lines and no comment at its head`),
    broken: { 'lib/works/works.ts': 'const a = 1\n'.repeat(301) },
  },
  {
    says: 'every route handler under app/api asks who is there, or is one that anybody may ask',
    check: perFile(
      ({ path }) => /^app\/api\/.*\/route\.ts$/.test(path) && !PUBLIC_ROUTES.test(path),
      ({ text }) => (/\b(forEditor|currentEditor|requireEditor)\(/.test(text) ? [] : ['does not ask who is there']),
    ),
    broken: { 'app/api/desk/drafts/route.ts': 'export const GET = () => Response.json(await listDrafts())' },
  },
  {
    says: 'the API has nothing of the desk: what it runs are public reads',
    check: perReach(
      ({ path }) => within('app/api/v1/', 'lib/api/')(path),
      ({ path }) => /^lib\/[^/]+\/(desk-|commands)/.test(path) || path.startsWith('lib/auth/require-editor'),
    ),
    broken: {
      'lib/api/drafts.ts': `import { getDeskReview } from '#lib/reviews/desk-queries-review.ts'`,
      'lib/reviews/desk-queries-review.ts': '',
    },
  },
  {
    says: 'every server action of the desk asks who is there',
    check: files =>
      files.filter(({ path }) => path.startsWith('app/') && !PUBLIC_ACTIONS.test(path)).flatMap(unguardedActions),
    broken: {
      'app/desk/reviews/actions.ts': `'use server'\nexport async function saveAction() { await saveReview() }`,
    },
  },
]

/** Next's own marks aside: (group), _private, and [parameter], which is the name of a variable. */
function isKebabCase(path: string): boolean {
  const parts = [
    ...dirname(path)
      .split('/')
      .filter(part => part !== '.'),
    basename(path),
  ]
  return parts
    .filter(part => !part.startsWith('['))
    .every(part => /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/.test(part.replace(/^\(|\)$|^_/g, '')))
}

/** What somebody may who has yet to set up the second factor of their role: that, and leaving. */
const OPEN_WITHOUT_FACTOR = /^app\/desk\/\(shell\)\/(?:account\/(?:second-factor|passkey)-actions|actions)\.ts$/

/** Exported functions of a 'use server' file, and functions with the directive inside, that never call requireEditor(). */
function unguardedActions({ path, text }: Source): string[] {
  const guard = OPEN_WITHOUT_FACTOR.test(path) ? /\brequire(?:Editor|Account)\(/ : /\brequireEditor\(/
  if (!/['"]use server['"]/.test(text)) return []
  if (!/^\s*['"]use server['"]/.test(text))
    return [`${path}: 'use server' inside a function; put actions into an actions.ts`]
  return text
    .split(/^(?=export )/m)
    .slice(1)
    .filter(part => !part.startsWith('export type') && !part.startsWith('export interface') && !guard.test(part))
    .map(
      part => `${path}: ${/(?:function|const)\s+(\w+)/.exec(part)?.[1] ?? 'an export'} does not call requireEditor()`,
    )
}
