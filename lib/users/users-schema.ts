import { z } from 'zod'

export const name = z
  .string()
  .transform(value =>
    value
      .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
      .normalize('NFC')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  .pipe(z.string().min(1, 'Give a name.').max(100, 'A name has at most 100 characters.'))

export const email = z
  .string()
  .trim()
  .max(254, 'An address has at most 254 characters.')
  .pipe(z.email('This is not a mail address; one looks like name@example.org.'))

// Length and quality are judged by lib/auth/passwords.ts, which can say why.
export const password = z.string().min(1, 'Type a password.').max(1_000, 'A password has at most 128 characters.')

/** The own account. An empty time zone is the publication's. */
export const profileSchema = z.strictObject({
  name,
  timeZone: z
    .string()
    .refine(value => value === '' || isTimeZone(value), 'This time zone is not known. Choose one from the list.')
    .transform(value => value || null),
})

export const passwordChangeSchema = z.strictObject({
  current: z.string().min(1, 'Type your present password.').max(1_000, 'This is not your present password.'),
  next: password,
})

export const sessionIdSchema = z.strictObject({ id: z.uuid() })

export const secret = z.string().min(1).max(200)

/** The first owner, with the secret of the set-up link. */
export const setupSchema = z.strictObject({ secret, name, email, password })

/** Whoever has forgotten their password. */
export const forgotPasswordSchema = z.strictObject({ email })

/** A new password, with the secret of the link that was mailed. */
export const newPasswordSchema = z.strictObject({ secret, password })

function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
