import type { NextRequest } from 'next/server'
import { answerFeed } from '#lib/feeds/answer.ts'
import { pageNumber } from '#lib/settings/page-number.ts'

export const dynamic = 'force-dynamic'

/** A feed: RSS, Atom or JSON Feed, by the ending of its address. */
export async function GET(request: NextRequest, { params }: RouteContext<'/feeds/[...address]'>): Promise<Response> {
  return answerFeed((await params).address, pageNumber(Object.fromEntries(request.nextUrl.searchParams)))
}
