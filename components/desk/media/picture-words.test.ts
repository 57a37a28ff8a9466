import { describe, expect, test } from 'vitest'
import { pictureLack, pictureName } from './picture-words.ts'
import { sampleOfLibrary } from './sample-picture.ts'

describe('what is said of a picture in the library', () => {
  test('its name is its title without the ending of a file', () => {
    expect(pictureName({ title: 'Her, on the beach.JPEG', name: 'x-0123456789ab' })).toBe('Her, on the beach')
    expect(pictureName({ title: 'Version 2.5', name: 'x' })).toBe('Version 2.5')
    expect(pictureName({ title: '', name: 'red-coat-0123456789ab' })).toBe('red coat')
  })

  test('what is missing is named, and nothing else', () => {
    expect(pictureLack(sampleOfLibrary({ alt: '', credit: '' }))).toBe('No description, no credit')
    expect(pictureLack(sampleOfLibrary({ alt: '', isDecorative: true, credit: 'A24' }))).toBe('')
    expect(pictureLack(sampleOfLibrary({ alt: 'A beach', credit: '' }))).toBe('No credit')
  })

  test('what the server still does comes before what is missing', () => {
    expect(pictureLack(sampleOfLibrary({ alt: '', status: 'making', progress: 40 }))).toBe('Being made, 40 %')
    expect(pictureLack(sampleOfLibrary({ alt: '', status: 'failed' }))).toBe('Failed')
  })
})
