import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { missingPages, publicPages } from './public-pages.ts'

const run = promisify(execFile)
const checker = join(import.meta.dirname, '../node_modules/vnu-jar/build/dist/vnu.jar')

test('every public page is valid HTML to the W3C Nu checker', async ({ request }) => {
  test.setTimeout(120_000)
  const hasJava = await run('java', ['-version']).then(
    () => true,
    () => false,
  )
  test.skip(!hasJava, 'the checker needs Java, which this machine does not have')
  const folder = mkdtempSync(join(tmpdir(), 'out-of-five-html-'))
  try {
    const names = new Map<string, string>()
    for (const [index, path] of [...publicPages.map(([, path]) => path), ...missingPages].entries()) {
      names.set(`${index}.html`, path)
      writeFileSync(join(folder, `${index}.html`), await (await request.get(path)).text())
    }
    const { stderr } = await run(
      'java',
      ['-jar', checker, '--format', 'json', '--exit-zero-always', ...[...names.keys()].map(name => join(folder, name))],
      {
        maxBuffer: 32 * 1024 * 1024,
      },
    )
    const { messages }: { messages: { type: string; url: string; message: string; extract?: string }[] } =
      JSON.parse(stderr)
    const errors = messages.filter(message => message.type === 'error')
    expect(
      errors.map(
        ({ url, message, extract }) => `${names.get(url.split('/').at(-1) ?? '')}: ${message} ${extract ?? ''}`,
      ),
    ).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
