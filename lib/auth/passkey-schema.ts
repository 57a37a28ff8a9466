import { z } from 'zod'

// What a browser sends of an authenticator (WebAuthn Level 3, 5.1: the JSON of a PublicKeyCredential), as far as it is used.

/** Bytes in base64url, without padding. An attestation may carry certificates; nothing here is longer. */
const bytes = z
  .string()
  .max(20_000)
  .regex(/^[\w-]+$/)

const credential = {
  id: bytes,
  rawId: bytes,
  type: z.literal('public-key'),
  // Nothing is asked of extensions, and nothing read of them.
  clientExtensionResults: z.unknown().transform(() => ({})),
}

export const newPasskeySchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .default([]),
  }),
})
export type NewPasskeyResponse = z.infer<typeof newPasskeySchema>

export const passkeyResponseSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.optional(),
  }),
})
export type PasskeyResponse = z.infer<typeof passkeyResponseSchema>

/** What somebody calls a passkey, to know it again. */
export const passkeyName = z
  .string()
  .trim()
  .min(1, 'Give it a name, such as that of the device.')
  .max(80, 'Eighty characters at most.')
