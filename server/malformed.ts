/**
 * What is not a request that any route could mean is answered here: Next answers 500 to some of it, and what Next reads
 * differently from us (`/%64esk`, `/a/../desk`) could put a private page into the public cache.
 */
export type Target = { ok: true; path: string; query: string; isCanonical: boolean }
export type Refusal = { ok: false; status: 400 | 404 | 405 | 414; why: string }

const LONGEST_PATH = 2_048
const LONGEST_QUERY = 4_096

/**
 * Reads a request target (RFC 9112 section 3.2). `path` comes back in its one canonical spelling: unreserved characters
 * bare, everything else percent-encoded UTF-8, single slashes; `isCanonical` says whether it was written so.
 */
export function readTarget(target: string, siteHost: string): Target | Refusal {
  if (target === '*') return refuse(405, 'The server as a whole has nothing to say.')
  const local = target.startsWith('/') ? target : originForm(target, siteHost)
  if (local === null) return refuse(400, 'That is not an address of this site.')
  const mark = local.indexOf('?')
  const written = mark < 0 ? local : local.slice(0, mark)
  const query = mark < 0 ? '' : local.slice(mark + 1)
  if (written.length > LONGEST_PATH || query.length > LONGEST_QUERY) return refuse(414, 'That address is too long.')
  if (/[^\x21-\x7e]|[\\#]/.test(local)) return refuse(400, 'That address has characters that no address can have.')
  if (written.startsWith('//')) return refuse(400, 'An address begins with one slash.')
  return canonical(written, query)
}

function canonical(written: string, query: string): Target | Refusal {
  const trailing = written.length > 1 && written.endsWith('/')
  const segments = written.split('/').filter(segment => segment !== '')
  const encoded: string[] = []
  for (const segment of segments) {
    const text = decode(segment)
    if (text === null) return refuse(400, 'That address is not written in UTF-8.')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
    if (/[\x00-\x1f\x7f/\\]/.test(text)) return refuse(400, 'That address has characters that no address can have.')
    if (text === '.' || text === '..') return refuse(400, 'An address does not climb.')
    if (text.startsWith('.') && text !== '.well-known') return refuse(404, 'There is no page at this address.')
    encoded.push(encode(text))
  }
  const path = `/${encoded.join('/')}${trailing ? '/' : ''}`
  return { ok: true, path, query, isCanonical: path === written }
}

/** Decodes percent-encoded text; null where it is not UTF-8 (also overlong forms and lone surrogates). */
export function decode(text: string): string | null {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

// encodeURIComponent also escapes these, which RFC 3986 lets stand in a path segment.
const STANDING = /%(?:24|26|2B|2C|3A|3B|3D|40)/g

function encode(text: string): string {
  return encodeURIComponent(text).replace(STANDING, decodeURIComponent)
}

/** A server must take the absolute form too (RFC 9112 section 3.2.2), though only of its own authority. */
function originForm(target: string, siteHost: string): string | null {
  const parts = /^https?:\/\/([^/?#]*)([/?].*)?$/i.exec(target)
  if (!parts || parts[1]?.toLowerCase() !== siteHost) return null
  const rest = parts[2] ?? '/'
  return rest.startsWith('?') ? `/${rest}` : rest
}

function refuse(status: Refusal['status'], why: string): Refusal {
  return { ok: false, status, why }
}
