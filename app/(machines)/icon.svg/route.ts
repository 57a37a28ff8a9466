import { answerIconFile } from '#lib/theme/answer.ts'

export const dynamic = 'force-dynamic'

export function GET(): Promise<Response> {
  return answerIconFile('icon.svg')
}
