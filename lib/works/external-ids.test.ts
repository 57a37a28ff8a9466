import { describe, expect, test } from 'vitest'
import {
  elsewhere,
  formProblem,
  type IdSubject,
  idSchemes,
  readExternalId,
  sameAs,
  schemesFor,
} from './external-ids.ts'

const read = (typed: string, subject: IdSubject = 'film') => {
  const outcome = readExternalId(typed, subject)
  return outcome.ok ? `${outcome.id.scheme} ${outcome.id.value}` : outcome.problem
}
const uuid = '6b9a9e04-abd7-4666-86ba-bb220ef4c3b2'

describe('an id as it is typed or pasted', () => {
  test.each<[string, IdSubject, string]>([
    ['tt1798709', 'film', 'imdb tt1798709'],
    [' TT1798709 ', 'film', 'imdb tt1798709'],
    ['https://www.imdb.com/title/tt1798709/', 'film', 'imdb tt1798709'],
    ['https://www.imdb.com/title/tt1798709/?ref_=nv_sr_1', 'film', 'imdb tt1798709'],
    ['https://m.imdb.com/de/title/tt1798709/fullcredits#cast', 'film', 'imdb tt1798709'],
    ['imdb.com/title/tt1798709', 'film', 'imdb tt1798709'],
    ['https://www.imdb.com/name/nm0005069/', 'person', 'imdb nm0005069'],
    ['q788822', 'film', 'wikidata Q788822'],
    ['https://www.wikidata.org/wiki/Q788822', 'film', 'wikidata Q788822'],
    ['http://www.wikidata.org/entity/Q788822', 'book', 'wikidata Q788822'],
    ['https://www.wikidata.org/wiki/Special:EntityPage/Q788822', 'person', 'wikidata Q788822'],
    ['152601', 'film', 'tmdb movie-152601'],
    ['95396', 'series', 'tmdb tv-95396'],
    ['https://www.themoviedb.org/movie/152601-her', 'film', 'tmdb movie-152601'],
    ['https://www.themoviedb.org/movie/152601-her?language=en-GB', 'film', 'tmdb movie-152601'],
    ['https://www.themoviedb.org/tv/95396-severance/season/1', 'season', 'tmdb tv-95396-season-1'],
    ['https://www.themoviedb.org/tv/95396/season/1/episode/2', 'episode', 'tmdb tv-95396-season-1-episode-2'],
    ['https://www.themoviedb.org/person/5953-spike-jonze', 'person', 'tmdb person-5953'],
    ['978-0-571-36487-9', 'book', 'isbn 9780571364879'],
    ['0-571-36487-X', 'book', 'isbn 9780571364879'],
    [uuid.toUpperCase(), 'album', `musicbrainz ${uuid}`],
    [`https://musicbrainz.org/release-group/${uuid}`, 'album', `musicbrainz ${uuid}`],
    [`https://musicbrainz.org/recording/${uuid}`, 'track', `musicbrainz ${uuid}`],
    [`https://beta.musicbrainz.org/artist/${uuid}/releases`, 'group', `musicbrainz ${uuid}`],
    ['https://www.igdb.com/games/outer-wilds', 'game', 'igdb outer-wilds'],
    ['outer-wilds', 'game', 'igdb outer-wilds'],
    ['ｔｔ1798709', 'film', 'imdb tt1798709'],
  ])('%s of a %s is %s', (typed, subject, id) => expect(read(typed, subject)).toBe(id))

  test.each<[string, IdSubject, RegExp]>([
    ['', 'film', /^Paste an id, or the address of a page, of IMDb, TMDB or Wikidata\.$/],
    ['Her', 'film', /^“Her” is no id of IMDb, TMDB or Wikidata\./],
    ['tt12', 'film', /tt and seven to nine digits/],
    ['nm0005069', 'film', /tt and seven to nine digits/],
    ['tt1798709', 'person', /nm and seven to nine digits/],
    ['tt1798709', 'album', /^IMDb has no entry for an album\.$/],
    ['https://www.themoviedb.org/tv/95396', 'film', /not one of a film/],
    ['95396', 'season', /is no id of TMDB or Wikidata/],
    ['Q0', 'film', /Q and a number/],
    ['9780571364878', 'book', /mistyped/],
    ['9780571364879', 'film', /^ISBN has no entry for a film\.$/],
    [`https://musicbrainz.org/release/${uuid}`, 'album', /release group/],
    ['https://example.org/title/tt1798709', 'film', /is no id of/],
    ['https://imdb.com.example.org/title/tt1798709', 'film', /is no id of/],
    ['javascript:alert(1)', 'film', /is no id of/],
    ['https://www.imdb.com/title/%ff', 'film', /is no id of/],
    [`tt${'1'.repeat(2_000_000)}`, 'film', /is no id of/],
  ])('%.40s of a %s is refused', (typed, subject, problem) => expect(read(typed, subject)).toMatch(problem))

  test('whatever is read has the form that is stored', () => {
    for (const typed of ['tt1798709', 'Q788822', '152601']) {
      const outcome = readExternalId(typed, 'film')
      expect(outcome.ok && formProblem(outcome.id, 'film')).toBeNull()
    }
    expect(formProblem({ scheme: 'isbn', value: '9780571364878' }, 'book')).toMatch(/mistyped/)
  })

  test('every kind of thing has a catalogue', () => expect(schemesFor('restaurant')).toEqual(['wikidata']))
})

describe('sameAs', () => {
  test.each<[IdSubject, string, string, string]>([
    ['film', 'imdb', 'tt1798709', 'https://www.imdb.com/title/tt1798709/'],
    ['person', 'imdb', 'nm0005069', 'https://www.imdb.com/name/nm0005069/'],
    ['film', 'tmdb', 'movie-152601', 'https://www.themoviedb.org/movie/152601'],
    ['film', 'tmdb', '152601', 'https://www.themoviedb.org/movie/152601'],
    ['series', 'tmdb', '95396', 'https://www.themoviedb.org/tv/95396'],
    ['season', 'tmdb', 'tv-95396-season-1', 'https://www.themoviedb.org/tv/95396/season/1'],
    ['book', 'wikidata', 'Q788822', 'https://www.wikidata.org/entity/Q788822'],
    ['book', 'isbn', '9780571364879', 'urn:isbn:9780571364879'],
    ['album', 'musicbrainz', uuid, `https://musicbrainz.org/release-group/${uuid}`],
    ['track', 'musicbrainz', uuid, `https://musicbrainz.org/recording/${uuid}`],
    ['group', 'musicbrainz', uuid, `https://musicbrainz.org/artist/${uuid}`],
    ['game', 'igdb', 'outer-wilds', 'https://www.igdb.com/games/outer-wilds'],
  ])('a %s’s %s %s is %s', (subject, scheme, value, url) => expect(sameAs(subject, [{ scheme, value }])).toEqual([url]))

  test('is in the order of the catalogues, and leaves out what is not known', () => {
    const ids = [
      { scheme: 'wikidata', value: 'Q788822' },
      { scheme: 'unheard-of', value: '1' },
      { scheme: 'imdb', value: 'tt1798709' },
    ]
    expect(elsewhere('film', ids).map(({ name }) => name)).toEqual(['IMDb', 'Wikidata'])
    expect(idSchemes[0]).toBe('imdb')
  })

  test('what is pasted comes back as the same page', () => {
    for (const [url, subject] of [
      ['https://www.imdb.com/title/tt1798709/', 'film'],
      ['https://www.themoviedb.org/tv/95396/season/1', 'season'],
      [`https://musicbrainz.org/recording/${uuid}`, 'track'],
      ['https://www.igdb.com/games/outer-wilds', 'game'],
    ] as const) {
      const outcome = readExternalId(url, subject)
      expect(outcome.ok && sameAs(subject, [outcome.id])).toEqual([url])
    }
  })
})
