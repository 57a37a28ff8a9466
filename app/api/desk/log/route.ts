import { z } from 'zod'
import { answer, forEditor, readJson } from '#app/api/desk/answers.ts'
import { readAuditFilter } from '#lib/audit/audit-schema.ts'
import { exportLog } from '#lib/audit/commands.ts'

const input = z.strictObject({
  filter: z.record(z.string(), z.string().max(100).nullable()).transform(filter => {
    const said = Object.entries(filter).flatMap(([key, value]): [string, string][] =>
      value === null ? [] : [[key, value]],
    )
    return readAuditFilter(Object.fromEntries(said))
  }),
  confirmation: z.string().max(1_000).nullable(),
})

/** The log as a file. A POST: it asks for the password, and is an entry of the log itself. */
export async function POST(request: Request): Promise<Response> {
  return forEditor(async editor => {
    const asked = input.safeParse(await readJson(request, 10_000))
    if (!asked.success) return answer(422, { code: 'invalid', problem: 'This cannot be read. No file was made.' })
    const made = await exportLog(editor, asked.data)
    if (!made.ok)
      return made.code === 'confirm'
        ? answer(403, { code: 'confirm', problem: made.problem })
        : answer(403, { code: 'not-allowed', problem: 'The owner exports the log. No file was made.' })
    return new Response(made.text, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="log.csv"',
        'Cache-Control': 'private, no-store',
        'X-Robots-Tag': 'noindex',
      },
    })
  })
}
