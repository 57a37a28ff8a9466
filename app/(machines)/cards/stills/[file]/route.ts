import { answerStill } from '#lib/cards/answer.ts'

export const dynamic = 'force-dynamic'

/** The drawn still of a review that has no picture: `/cards/stills/<slug>.png`. */
export async function GET(_: Request, { params }: RouteContext<'/cards/stills/[file]'>): Promise<Response> {
  return answerStill((await params).file)
}
