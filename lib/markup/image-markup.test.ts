import { expect, test } from 'vitest'
import { samplePicture } from '#lib/media/sample-picture.ts'
import { cardMarkup, shownMarkup } from './image-markup.ts'

const site = 'https://reviews.example'
const licensed = samplePicture({
  cropName: 'her-2',
  widths: [400, 800, 1_200],
  formats: ['avif', 'webp', 'jpg'],
  ...{ alt: 'An orb', credit: 'Photo: Somebody', licence: 'CC BY 4.0' },
  licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
})

test('a picture of which nobody is to be named is its address', () => {
  expect(cardMarkup(samplePicture(), site)).toBe('https://reviews.example/media/her-1-card.jpg')
  expect(shownMarkup([samplePicture()], site)).toEqual([])
})

test('credit and licence are said as engines read them', () => {
  const said = {
    '@type': 'ImageObject',
    caption: 'An orb',
    creditText: 'Photo: Somebody',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    acquireLicensePage: 'https://creativecommons.org/licenses/by/4.0/',
    copyrightNotice: 'CC BY 4.0',
  }
  const card = 'https://reviews.example/media/her-2-card.jpg'
  expect(cardMarkup(licensed, site)).toEqual({ ...said, url: card, contentUrl: card })
  const shown = 'https://reviews.example/media/her-1-800.jpg'
  expect(shownMarkup([licensed, samplePicture()], site)).toEqual([{ ...said, url: shown, contentUrl: shown }])
})

test('what is not known is not said', () => {
  const [only] = shownMarkup([samplePicture({ credit: 'Somebody' })], site)
  expect(JSON.parse(JSON.stringify(only))).toEqual({
    '@type': 'ImageObject',
    url: 'https://reviews.example/media/her-1-400.webp',
    contentUrl: 'https://reviews.example/media/her-1-400.webp',
    creditText: 'Somebody',
  })
})
