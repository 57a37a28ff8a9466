import { answerIcon } from '#lib/theme/answer.ts'

export const dynamic = 'force-dynamic'

/** The house's icon in the sizes that browsers and phones ask for. */
export async function GET(_: Request, { params }: RouteContext<'/icons/[file]'>): Promise<Response> {
  return answerIcon((await params).file)
}
