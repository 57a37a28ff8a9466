import { z } from 'zod'
import { answerQuestion } from './answer.ts'
import { apiPath } from './api.ts'
import { operations } from './operations.ts'
import { absolute } from './shapes.ts'

export interface Example {
  url: string
  /** The answer as JSON, in lines. */
  lines: string[]
}

const some = z.object({
  data: z.array(
    z.looseObject({
      id: z.string().optional(),
      slug: z.string().optional(),
      key: z.string().optional(),
      work: z.object({ title: z.string() }).optional(),
    }),
  ),
})

/** Each operation asked about something that is there, by its id; without those that nothing can be asked of yet. And whom the answers show. */
export async function listExamples(): Promise<{ examples: Map<string, Example>; reviewIds: string[] }> {
  const newest = await firstOf('/reviews')
  const examples = await Promise.all(
    operations.map(async ({ id, path, example }): Promise<[string, Example] | null> => {
      const folder = path.replace(/\/\{.*/, '')
      const found = path === '/search' || folder === '/reviews' ? newest : await firstOf(folder)
      const name = path === '/search' ? found?.work?.title : (found?.slug ?? found?.key)
      if (name === undefined) return null
      const { status, body } = await answerQuestion(example(name))
      return status === 200
        ? [id, { url: absolute(apiPath(example(name))), lines: JSON.stringify(body, null, 2).split('\n') }]
        : null
    }),
  )
  return { examples: new Map(examples.filter(each => each !== null)), reviewIds: newest?.id ? [newest.id] : [] }
}

async function firstOf(folder: string) {
  const { body } = await answerQuestion(`${folder}?limit=1`)
  return some.safeParse(body).data?.data[0]
}
