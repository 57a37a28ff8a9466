import { answer, forEditor, readJson } from '#app/api/desk/answers.ts'
import { mostRows } from '#lib/aggregators/aggregators.ts'
import { deliverySchema } from '#lib/aggregators/aggregators-schema.ts'
import { type DeliveryRefusal, deliverReviews } from '#lib/aggregators/commands.ts'

const types = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const
const status: Record<DeliveryRefusal['code'], number> = { 'not-allowed': 403, nothing: 409, 'too-many': 422 }

/** Makes a file for an aggregator and remembers what it says: one act, so there is no way to have the one without the other. */
export async function POST(request: Request): Promise<Response> {
  return forEditor(async editor => {
    const input = deliverySchema.safeParse(await readJson(request, 10_000))
    if (!input.success)
      return answer(422, { code: 'invalid', problem: input.error.issues[0]?.message ?? 'This cannot be read.' })
    const made = await deliverReviews(editor, input.data)
    if (!made.ok) return answer(status[made.code], { code: made.code, problem: inWords(made) })
    return new Response(made.text, {
      headers: {
        'Content-Type': types[input.data.format],
        'Content-Disposition': `attachment; filename="${made.name}"`,
        'Cache-Control': 'private, no-store',
        'X-Robots-Tag': 'noindex',
      },
    })
  })
}

function inWords(refusal: DeliveryRefusal): string {
  if (refusal.code === 'not-allowed') return 'Your role sends nothing to aggregators. Ask an editor.'
  if (refusal.code === 'nothing') return 'There is nothing to send any more, so no file was made.'
  return `The range has ${refusal.total} reviews, and a file takes ${mostRows}. Choose fewer days. No file was made.`
}
