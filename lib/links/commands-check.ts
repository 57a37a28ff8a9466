import { db } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import { OutgoingError } from '#lib/fetching/outgoing.ts'
import { type Answer, fetchOutside } from '#lib/fetching/safe-fetch.ts'
import { log } from '#lib/log.ts'

interface Verdict {
  state: 'fine' | 'moved' | 'broken' | 'unsure'
  answer: string
  target: string | null
}

/** Addresses that are taken at once, and asked for at the same time. */
const batch = 20
const atOnce = 4
/** After so long somebody else may take them: more than all of a batch needs. */
const leaseSeconds = 180

/** The job: asks for every outside link that waits, until none does. A link that does not answer is a result, never a failure. */
export async function checkWaitingLinks(): Promise<void> {
  for (let addresses = await take(); addresses.length > 0; addresses = await take()) {
    const waiting = [...addresses]
    const work = async () => {
      for (let address = waiting.shift(); address; address = waiting.shift()) await settle(address, await ask(address))
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    log().info({ event: 'links', addresses: addresses.length }, 'links checked')
  }
}

/** How an address stands: asked with HEAD, and with GET where that is refused, as some sites refuse it. */
export async function ask(address: string): Promise<Verdict> {
  const limits = { allowsPrivate: env().ALLOW_PRIVATE_HOSTS }
  const answerOf = async (answer: Answer) => answer
  try {
    const head = await fetchOutside(address, { ...limits, method: 'HEAD' }, answerOf).catch(error => {
      // Some hang up on what they do not know; what the address itself is refused for is refused again.
      if (error instanceof OutgoingError && error.isPassing) return null
      throw error
    })
    if (head && head.status < 400) return verdictOf(address, head)
    return verdictOf(address, await fetchOutside(address, limits, answerOf))
  } catch (error) {
    if (!(error instanceof OutgoingError)) throw error
    return { state: error.isPassing ? 'unsure' : 'broken', answer: error.message, target: null }
  }
}

/** What is said to be gone is broken; what is only not shown to a program, or not now, nobody can tell. */
function verdictOf(asked: string, { status, reason, address, isMovedForGood }: Answer): Verdict {
  const answer = `${status} ${reason}`.trim()
  if (status === 404 || status === 410) return { state: 'broken', answer, target: null }
  if (status >= 400 || status < 200) return { state: 'unsure', answer: `it answers ${answer}`, target: null }
  const hasMoved = isMovedForGood && isElsewhere(asked, address)
  return hasMoved ? { state: 'moved', answer, target: address } : { state: 'fine', answer, target: null }
}

/** A slash at the end or the front page in place of the page is another thing than a page that has moved: only the last is advice. */
function isElsewhere(asked: string, address: string): boolean {
  const plain = (url: string) => url.replace(/\/$/, '')
  return plain(asked) !== plain(address)
}

async function take(): Promise<string[]> {
  const rows = await db().$queryRaw<{ address: string }[]>`
    UPDATE link_check SET taken_until = now() + make_interval(secs => ${leaseSeconds}::int) WHERE address IN (
      SELECT address FROM link_check WHERE state = 'waiting' AND (taken_until IS NULL OR taken_until < now())
      ORDER BY requested_at, address LIMIT ${batch}::int FOR UPDATE SKIP LOCKED)
    RETURNING address`
  return rows.map(({ address }) => address)
}

async function settle(address: string, { state, answer, target }: Verdict): Promise<void> {
  await db().linkCheck.updateMany({
    where: { address },
    data: {
      state,
      answer: answer.slice(0, 200),
      target: target?.slice(0, 2_000) ?? null,
      checkedAt: new Date(),
      takenUntil: null,
    },
  })
}
