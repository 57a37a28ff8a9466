import { z } from 'zod'
import { getSettings } from '#lib/settings/published.ts'
import { apiPath } from './api.ts'
import { component, language, url } from './components.ts'
import { operations } from './operations.ts'
import { absolute } from './shapes.ts'

export const indexSchema = component(
  'Index',
  'What publication this is, and what can be asked of it.',
  z.strictObject({
    name: z.string(),
    tagline: z.string(),
    description: z.string(),
    language: language(),
    url: url().describe('The front page.'),
    documentation: url().describe('This API, for people.'),
    openapi: url().describe('This API, for programs: OpenAPI 3.1.'),
    feeds: url(),
    sitemap: url(),
    endpoints: z.array(
      z.strictObject({ id: z.string(), summary: z.string(), url: z.string().describe('A URI Template, RFC 6570.') }),
    ),
  }),
)

/** What stands at the root of the API. */
export async function readIndex(): Promise<z.output<typeof indexSchema>> {
  const { name, tagline, description, language } = await getSettings()
  return {
    ...{ name, tagline, description, language },
    url: absolute('/'),
    documentation: absolute('/developers'),
    openapi: absolute(apiPath('/openapi.json')),
    feeds: absolute('/feeds'),
    sitemap: absolute('/sitemap.xml'),
    endpoints: operations.map(({ id, summary, path, query }) => {
      const asked = Object.keys(query.shape)
      return { id, summary, url: `${absolute(apiPath(path))}{?${asked.join(',')}}` }
    }),
  }
}
