/** Content codings that a finished page is kept in, the smallest first. */
export const codings = ['br', 'gzip', 'identity'] as const
export type Coding = (typeof codings)[number]

/**
 * The coding to answer with (RFC 9110 section 12.5.3): the highest quality that is on offer, the smallest among equals.
 * Without the header plain bytes are sent, as a client that says nothing may not be able to decode anything.
 * Null when even plain bytes are refused (`identity;q=0` and nothing else that we have): 406.
 */
export function chooseCoding(accepts: string | undefined, hasCompressed: boolean): Coding | null {
  if (accepts === undefined) return 'identity'
  const known = hasCompressed ? remembered.get(accepts) : undefined
  if (known !== undefined) return known
  const chosen = choose(parse(accepts), hasCompressed ? codings : ['identity'])
  // Browsers send a handful of different values. Whoever sends thousands is parsed each time.
  if (hasCompressed && remembered.size < 200) remembered.set(accepts, chosen)
  return chosen
}

const remembered = new Map<string, Coding | null>()

function choose(qualities: Map<string, number>, offered: readonly Coding[]): Coding | null {
  let best: Coding | null = null
  let highest = 0
  for (const coding of offered) {
    const quality = qualityOf(coding, qualities)
    if (quality <= highest) continue
    best = coding
    highest = quality
  }
  return best
}

function qualityOf(coding: Coding, qualities: Map<string, number>): number {
  const alias = coding === 'gzip' ? qualities.get('x-gzip') : undefined
  const stated = qualities.get(coding) ?? alias ?? qualities.get('*')
  // Plain bytes are acceptable unless refused; unmentioned they come after everything that was asked for.
  return stated ?? (coding === 'identity' ? 0.000_1 : 0)
}

function parse(header: string): Map<string, number> {
  const qualities = new Map<string, number>()
  for (const part of header.split(',')) {
    const [name = '', ...parameters] = part.split(';').map(text => text.trim().toLowerCase())
    if (name !== '') qualities.set(name, quality(parameters))
  }
  return qualities
}

function quality(parameters: string[]): number {
  const weight = parameters.find(parameter => /^q\s*=/.test(parameter))
  if (weight === undefined) return 1
  const value = weight.slice(weight.indexOf('=') + 1).trim()
  // A weight that is not one is taken as a refusal: to send what was perhaps refused would be the worse mistake.
  return /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(value) ? Number(value) : 0
}

/** If-None-Match by weak comparison, as it is defined (RFC 9110 section 13.1.2). */
export function matchesAny(header: string, etag: string): boolean {
  if (header === etag) return true
  if (header.trim() === '*') return true
  const opaque = withoutWeakness(etag)
  return tagsOf(header).some(tag => withoutWeakness(tag) === opaque)
}

/** If-Match by strong comparison (RFC 9110 section 13.1.1). `etags` are those of all codings: the client has one of them. */
export function matchesStrongly(header: string, etags: string[]): boolean {
  return header.trim() === '*' || tagsOf(header).some(tag => etags.includes(tag))
}

// An entity tag is quoted and may hold commas, so the list cannot simply be split.
function tagsOf(header: string): string[] {
  return header.match(/(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g) ?? []
}

function withoutWeakness(tag: string): string {
  return tag.startsWith('W/') ? tag.slice(2) : tag
}

/** An HTTP date in milliseconds; null for what is not one (such a condition is ignored, RFC 9110 section 13.1.3). */
export function readDate(header: string): number | null {
  const time = Date.parse(header)
  return Number.isNaN(time) || !/GMT|\d{4}$/.test(header.trim()) ? null : time
}
