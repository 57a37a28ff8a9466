import type { NextRequest } from 'next/server'
import { answerOembed } from '#lib/cards/answer.ts'

export const dynamic = 'force-dynamic'

/** The card of a review for other sites: `/oembed?url=…&format=json`. */
export async function GET(request: NextRequest): Promise<Response> {
  return answerOembed(request.nextUrl.searchParams)
}
