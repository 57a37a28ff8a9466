import { answerTheme } from '#lib/theme/answer.ts'

export const dynamic = 'force-dynamic'

/** The stylesheet of the house's own look, at `/theme-<hash>.css` by a rewrite in next.config.js. */
export async function GET(_: Request, { params }: RouteContext<'/theme/[hash]'>): Promise<Response> {
  return answerTheme((await params).hash)
}
