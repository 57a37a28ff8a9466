import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { facesFolder } from '#lib/cards/faces.ts'
import { describeEnv } from '#lib/env.ts'

// Not every machine can build an image. What the two files refer to can be checked everywhere.

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const service = z.object({
  build: z.string().optional(),
  image: z.string().optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
  environment: z.record(z.string(), z.union([z.string(), z.number()])),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
})
const composeFile = z.object({
  services: z.object({ app: service, db: service }),
  volumes: z.record(z.string(), z.unknown()),
})

const { services, volumes } = composeFile.parse(parse(read('compose.yaml')))
const stages = readStages(read('Dockerfile'))
const last = stages.at(-1) ?? { image: '', name: '', steps: [] }
const ignored = read('.dockerignore').split('\n')
const variables = new Set(describeEnv().map(variable => variable.name))

describe('the Dockerfile', () => {
  test('has the Node in every stage that package.json brings', () => {
    const { devDependencies } = z
      .object({ devDependencies: z.object({ node: z.string() }) })
      .parse(JSON.parse(read('package.json')))
    const major = devDependencies.node.split('.')[0]
    expect(stages.length).toBeGreaterThan(1)
    for (const stage of stages) expect(stage.image).toBe(`node:${major}-bookworm-slim`)
  })

  test('copies only what exists, is not ignored, and comes from a stage that exists', () => {
    const names = stages.map(stage => stage.name)
    const copied = stages.flatMap(stage => argumentsOf(stage, 'COPY'))
    expect(copied.length).toBeGreaterThan(5)
    for (const args of copied) {
      const from = args.find(arg => arg.startsWith('--from='))?.slice('--from='.length)
      if (from) expect(names).toContain(from)
      const sources = args.filter(arg => !arg.startsWith('--')).slice(0, -1)
      for (const source of sources) expect(exists(source.replace(/^\/app\//, ''), from), source).toBe(true)
    }
  })

  test('has in its last stage whatever the server imports', () => {
    const copied = argumentsOf(last, 'COPY').flat()
    for (const folder of ['lib', 'prisma', 'scripts', 'server', '.next']) expect(copied).toContain(`/app/${folder}`)
  })

  test('has the faces of the cards, where the server looks for them', () => {
    const folder = relative(root, facesFolder)
    expect(folder.split(sep)[0]).toBe('lib')
    expect(ignored.filter(line => /^(\*|lib$|lib\/cards)/.test(line) && /lib|\.(ttf|otf|conf)$/.test(line))).toEqual([])
    const files = readdirSync(facesFolder)
    expect(files).toContain('fonts.conf')
    expect(files.filter(file => /\.(?:ttf|otf)$/.test(file)).length).toBeGreaterThan(30)
  })

  test('runs commands that package.json has', () => {
    const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')))
    const called = stages
      .flatMap(stage => argumentsOf(stage, 'RUN'))
      .flatMap(args => /npm run (\S+)/.exec(args.join(' '))?.[1] ?? [])
    expect(called).toContain('build')
    for (const name of called) expect(scripts).toHaveProperty(name)
  })

  test('starts a script that exists, as a user without rights', () => {
    const command = z.array(z.string()).parse(JSON.parse(argumentsOf(last, 'CMD')[0]?.join(' ') ?? ''))
    expect(command[0]).toBe('node')
    expect(existsSync(join(root, command[1] ?? ''))).toBe(true)
    expect(argumentsOf(last, 'USER')).toEqual([['node']])
  })

  test('sets variables that exist, listens where it says, and asks /ready', () => {
    const set = argumentsOf(last, 'ENV')
      .flat()
      .map(pair => pair.split('='))
    for (const [name] of set) expect([...variables, 'NEXT_TELEMETRY_DISABLED']).toContain(name)
    const port = set.find(([name]) => name === 'PORT')?.[1]
    expect(argumentsOf(last, 'EXPOSE')).toEqual([[port]])
    const check = argumentsOf(last, 'HEALTHCHECK').flat().join(' ')
    expect(check).toContain('/ready')
    expect(read('server/http.ts') + read('server/health.ts')).toContain('/ready')
  })
})

describe('compose.yaml', () => {
  test('builds the application and waits for a healthy PostgreSQL 18', () => {
    expect(services.app.build).toBe('.')
    expect(services.db.image).toBe('postgres:18')
    expect(services.app.depends_on).toEqual({ db: { condition: 'service_healthy' } })
    expect(services.db.healthcheck?.test.join(' ')).toContain('pg_isready')
  })

  test('sets variables that the application has', () => {
    for (const name of Object.keys(services.app.environment)) expect(variables).toContain(name)
  })

  test('gives both the same database, user and password', () => {
    const { POSTGRES_USER: user, POSTGRES_DB: database, POSTGRES_PASSWORD: password } = services.db.environment
    expect(services.app.environment.DATABASE_URL).toBe(`postgresql://${user}:${password}@db:5432/${database}`)
  })

  test('publishes the port of the image, keeps both volumes, and only to this machine', () => {
    const port = argumentsOf(last, 'EXPOSE')[0]?.[0]
    expect(services.app.ports).toEqual([`127.0.0.1:3000:${port}`])
    expect(services.app.volumes).toEqual([`data:${argumentsOf(last, 'VOLUME')[0]?.[0]}`])
    // postgres:18 refuses a volume at the folder of earlier images, /var/lib/postgresql/data.
    expect(services.db.volumes).toEqual(['database:/var/lib/postgresql'])
    expect(Object.keys(volumes).sort()).toEqual(['data', 'database'])
  })
})

type Stage = { image: string; name: string; steps: { instruction: string; args: string[] }[] }

function readStages(dockerfile: string): Stage[] {
  const lines = dockerfile
    .replace(/^#.*\n/gm, '')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter(line => line.trim() !== '')
  const found: Stage[] = []
  for (const line of lines) {
    const [instruction = '', ...args] = line.trim().split(/\s+/)
    if (instruction === 'FROM') found.push({ image: args[0] ?? '', name: args[2] ?? '', steps: [] })
    else found.at(-1)?.steps.push({ instruction, args })
  }
  return found
}

function argumentsOf(stage: Stage, instruction: string): string[][] {
  return stage.steps.filter(step => step.instruction === instruction).map(step => step.args)
}

/** In the repository, or made by the stage that it comes from. */
function exists(path: string, from: string | undefined): boolean {
  if (from && ['node_modules', '.next'].includes(path)) return true
  return path === '.' || (existsSync(join(root, path)) && !ignored.includes(path))
}
