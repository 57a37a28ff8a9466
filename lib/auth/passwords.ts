import { hash, verify } from '@node-rs/argon2'

// OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, 2 iterations, 1 lane, at least. (2 is argon2id in the library's numbering.)
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

const common = new Set([
  'password1234',
  'passwordpassword',
  '123456789012',
  '1234567890123',
  'qwertyuiop12',
  'qwertyqwerty',
  'letmeinletmein',
  'iloveyou1234',
  'administrator',
  'welcome12345',
  'changeme1234',
  'adminadminadmin',
  'correcthorsebatterystaple',
  'abcdefghijkl',
  'aaaaaaaaaaaa',
  '000000000000',
  '111111111111',
  'outoffiveoutoffive',
  'fiveoutoffive',
])

/**
 * Why a password cannot be taken, in words, or null when it can: 12 to 128 characters, no rules about which ones (NIST SP
 * 800-63B), but not a common one and not made of the person's own address or name.
 */
export function passwordProblem(password: string, person: { email: string; name: string }): string | null {
  const length = [...password].length
  if (length < 12)
    return `A password has at least 12 characters; this one has ${length}. Several words in a row are easy to remember.`
  if (length > 128) return 'A password has at most 128 characters.'
  const plain = password.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  if (common.has(plain) || /^(.)\1*$/u.test(plain))
    return 'This is one of the first passwords that anybody would try. Choose another.'
  const context = [person.email.split('@')[0] ?? '', ...person.name.split(/\s+/), 'outoffive', 'password']
  const rest = context
    .filter(word => word.length > 2)
    .reduce((text, word) => text.replaceAll(word.toLowerCase(), ''), plain)
  return rest.length < 6
    ? 'This password is mostly your name, your address or the name of this software. Choose another.'
    : null
}

/** An argon2id hash in the PHC format. About 20 ms and 19 MiB. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), parameters)
}

/** Whether the password is the one; without a hash it takes as long and says no, so that nobody learns which accounts exist. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password')
  const matches = await verify(stored ?? (await decoy), password.normalize('NFC')).catch(() => false)
  return stored !== null && matches
}

let decoy: Promise<string> | undefined
