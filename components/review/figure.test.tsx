import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { samplePicture } from '#lib/media/sample-picture.ts'
import { Figure, Image } from './figure.tsx'

const whole = samplePicture({
  ...{ widths: [400, 800, 1_200], formats: ['avif', 'webp', 'jpg'], cropName: 'her-2', alt: 'An orb' },
  cuts: { '16:9': [400, 800], '2:3': [200] },
  focal: { x: 0.3, y: 0.5 },
})
const image = (props: Partial<Parameters<typeof Image>[0]> = {}) =>
  renderToStaticMarkup(<Image picture={whole} sizes="50vw" {...props} />)

test('a browser is offered AVIF, then WebP, and has a JPEG in any case', () => {
  const markup = image()
  const types = [...markup.matchAll(/<source type="([^"]+)" srcSet="([^"]+)"/g)].map(([, type, set]) => [type, set])
  expect(types).toEqual([
    ['image/avif', '/media/her-1-400.avif 400w, /media/her-1-800.avif 800w, /media/her-1-1200.avif 1200w'],
    ['image/webp', '/media/her-1-400.webp 400w, /media/her-1-800.webp 800w, /media/her-1-1200.webp 1200w'],
  ])
  expect(markup).toMatch(/<img [^>]*src="\/media\/her-1-800.jpg" width="2000" height="1125" alt="An orb"/)
  expect(markup).not.toContain('style=')
})

test('what is shown in a ratio is the file that is cut to it', () => {
  expect(image({ ratio: '16:9' })).toMatch(
    /her-2-16x9-800.avif 800w.*src="\/media\/her-2-16x9-800.jpg" width="800" height="450"/,
  )
  expect(image({ ratio: '2:3' })).toMatch(/src="\/media\/her-2-2x3-200.jpg" width="200" height="300"/)
})

test('a picture that is not cut yet, or has one format, is shown whole in what there is', () => {
  expect(image({ ratio: '1:1' })).toMatch(/data-focus="x3"[^>]*src="\/media\/her-1-800.jpg"/)
  const markup = image({ picture: samplePicture({ widths: [400, 800] }), ratio: '1:1' })
  expect(markup).not.toContain('<picture')
  expect(markup).toContain('srcSet="/media/her-1-400.webp 400w, /media/her-1-800.webp 800w" sizes="50vw"')
})

test('the line under a picture says what it shows, who made it and under what it may be shown', () => {
  const line = (given: Parameters<typeof samplePicture>[0]) =>
    /<figcaption>(.*)<\/figcaption>/.exec(renderToStaticMarkup(<Figure picture={samplePicture(given)} sizes="" />))?.[1]
  expect(line({})).toBeUndefined()
  const said = line({ caption: 'It hums.', credit: 'Somebody', licence: 'CC BY', licenceUrl: 'https://l.example/' })
  expect(said?.replace(/ class="[^"]*"/g, '')).toBe(
    'It hums. <span>Somebody</span><span><a href="https://l.example/" rel="license">CC BY</a></span>',
  )
  expect(line({ licence: 'Used with permission' })).toContain('Used with permission')
})
