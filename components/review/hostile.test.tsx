import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { checkProse } from '#lib/prose/prose.ts'
import { hostileDocuments } from '../../test/hostile-documents.ts'
import { Prose } from './prose.tsx'

test.each(hostileDocuments.filter(({ isHarmless }) => !isHarmless).map(({ name, document }) => [name, document]))(
  '%s is refused in words',
  (_, document) => {
    const checked = checkProse(document)
    expect(checked).toEqual({ ok: false, problem: expect.stringMatching(/^[A-Z].+\.$/) })
  },
)

test.each(hostileDocuments.filter(({ isHarmless }) => isHarmless).map(({ name, document }) => [name, document]))(
  '%s does nothing to readers',
  (_, document) => {
    const checked = checkProse(document)
    if (!checked.ok) throw new Error(checked.problem)
    const page = renderToStaticMarkup(<Prose prose={checked.prose} pictures={{}} mentions={{}} />)
    expect(page).not.toMatch(/<(script|svg|iframe|img)|javascript:/i)
    expect(page).not.toMatch(/<[^>]*\s(on\w+|style|target|id)=/i)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  },
)
