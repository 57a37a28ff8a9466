import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validateXML } from 'xmllint-wasm'

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')
const extensions = ['image.xsd', 'news.xsd', 'alternate.xsd'].map(fileName => ({ fileName, contents: read(fileName) }))

/** What is wrong with sitemaps, or with an index of them, by the schemas beside this; for tests. */
export async function sitemapProblems(...documents: string[]): Promise<string[]> {
  const isIndex = documents[0]?.includes('<sitemapindex')
  const { valid, errors } = await validateXML({
    xml: documents.map((contents, index) => ({ fileName: `${index}.xml`, contents })),
    schema: [read(isIndex ? 'index.xsd' : 'urlset.xsd')],
    ...(!isIndex && { preload: extensions }),
    maxMemoryPages: 16_384,
  })
  return valid ? [] : errors.map(error => error.rawMessage)
}
