import { answerCard } from '#lib/cards/answer.ts'

export const dynamic = 'force-dynamic'

/** The drawn card of a review: `/cards/<slug>.png`. */
export async function GET(_: Request, { params }: RouteContext<'/cards/[file]'>): Promise<Response> {
  return answerCard((await params).file)
}
