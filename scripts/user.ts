import { parseArgs } from 'node:util'
import { z } from 'zod'
import { hashPassword, passwordProblem } from '#lib/auth/passwords.ts'
import { roles } from '#lib/auth/policy.ts'
import { closeDatabase, db } from '#lib/db/client.ts'
import { createUserIn } from '#lib/users/commands.ts'
import { main, Trouble } from './console.ts'
import { withDatabase } from './database.ts'
import { askPassword } from './password.ts'

// npm run user -- create --email … --name … --role owner|editor|critic|contributor [--critic slug]
// npm run user -- list
// npm run user -- password|disable|enable|second-factor-off --email …
// A password is asked for, or read from standard input when that is not a terminal.

const USAGE = `npm run user -- create --email a@example.org --name "Ada" --role ${roles.join('|')} [--critic slug]
npm run user -- list
npm run user -- password|disable|enable|second-factor-off --email a@example.org`

main(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      critic: { type: 'string' },
    },
  })
  const command = commands.get(positionals[0] ?? '')
  if (!command) {
    console.error(USAGE)
    return 2
  }
  return withDatabase('npm run user', async () => {
    try {
      await command(values)
      return 0
    } finally {
      await closeDatabase()
    }
  })
})

type Values = {
  email?: string | undefined
  name?: string | undefined
  role?: string | undefined
  critic?: string | undefined
}

const newUser = z.object({
  email: z.email().transform(value => value.toLowerCase()),
  name: z.string().trim().min(1),
  role: z.enum(roles),
  critic: z.string().optional(),
})

const commands = new Map<string, (values: Values) => Promise<void>>([
  ['create', create],
  ['list', list],
  ['password', password],
  ['disable', values => setDisabled(values, new Date())],
  ['enable', values => setDisabled(values, null)],
  ['second-factor-off', secondFactorOff],
])

async function create(values: Values): Promise<void> {
  const given = newUser.safeParse(values)
  if (!given.success) {
    const problems = given.error.issues.map(issue => `--${issue.path.join('.')}: ${issue.message}`)
    throw new Trouble(`${problems.join('\n')}\n\n${USAGE}`)
  }
  const { email, name, role, critic } = given.data
  if (await db().user.count({ where: { email } })) throw new Trouble(`There is already an account for ${email}.`)
  if (critic && !(await db().critic.count({ where: { slug: critic, userId: null } })))
    throw new Trouble(
      `There is no free byline with the slug "${critic}": it does not exist, or belongs to another account.`,
    )
  const passwordHash = await newPasswordHash({ email, name })
  await db().$transaction(tx => createUserIn(tx, { email, name, role, passwordHash, criticSlug: critic ?? null }))
  console.log(`${name} <${email}> can sign in as ${role}.`)
}

async function list(): Promise<void> {
  const users = await db().user.findMany({ orderBy: { email: 'asc' }, include: { critic: true } })
  if (users.length === 0) console.log('There are no accounts yet.')
  for (const user of users) {
    const byline = user.critic ? ` (byline ${user.critic.slug})` : ''
    console.log(`${user.role.padEnd(11)} ${user.email}  ${user.name}${byline}${user.disabledAt ? '  disabled' : ''}`)
  }
}

async function password(values: Values): Promise<void> {
  const user = await find(values)
  const passwordHash = await newPasswordHash(user)
  await change(user.id, 'user.password', { passwordHash })
  console.log(`${user.email} has a new password; their open sessions have ended.`)
}

async function setDisabled(values: Values, disabledAt: Date | null): Promise<void> {
  const user = await find(values)
  await change(user.id, disabledAt ? 'user.disable' : 'user.enable', { disabledAt })
  console.log(`${user.email} can ${disabledAt ? 'no longer' : 'again'} sign in.`)
}

async function secondFactorOff(values: Values): Promise<void> {
  const user = await find(values)
  const passkeys = await db().passkey.count({ where: { userId: user.id } })
  if (!user.totpSecret && passkeys === 0) throw new Trouble(`${user.email} has no second factor, and no passkey.`)
  await change(user.id, 'user.second-factor-off', { totpSecret: null, totpStep: null, passkeys: { deleteMany: {} } })
  await db().recoveryCode.deleteMany({ where: { userId: user.id } })
  console.log(`${user.email} signs in with the password alone. Ask them to set up a second factor again.`)
}

async function find({ email }: Values) {
  const user = await db().user.findUnique({ where: { email: (email ?? '').toLowerCase() } })
  if (!user) throw new Trouble(`There is no account for ${email ?? 'an address that was not given (--email)'}.`)
  return user
}

/** A higher version ends the sessions that were made before. */
async function change(
  id: string,
  action: string,
  data: {
    passwordHash?: string
    disabledAt?: Date | null
    totpSecret?: null
    totpStep?: null
    passkeys?: { deleteMany: object }
  },
): Promise<void> {
  await db().$transaction(async tx => {
    await tx.user.update({ where: { id }, data: { ...data, version: { increment: 1 } } })
    await tx.auditEntry.create({ data: { action, subject: id, detail: { by: 'operator' } } })
  })
}

async function newPasswordHash(person: { email: string; name: string }): Promise<string> {
  const given = await askPassword()
  const problem = passwordProblem(given, person)
  if (problem) throw new Trouble(problem)
  return hashPassword(given)
}
