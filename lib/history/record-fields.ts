import { seriesKindName } from '#lib/series/series.ts'
import { schemeName } from '#lib/works/external-ids.ts'
import { type WorkContent, workFieldName } from '#lib/works/work-content.ts'
import { kindName, roleName } from '#lib/works/works.ts'
import type { FieldWords } from './field-diff.ts'
import type { RecordContent } from './stored-records.ts'

// What a version of a work, a person, a series or a list says, field by field in words.

type NameOf = (id: string) => string
const text = (name: string, words: string | null): FieldWords => ({ name, kind: 'text', text: words ?? '' })
const value = (name: string, words: string | number | null): FieldWords => ({
  name,
  kind: 'value',
  text: words === null ? '' : String(words),
})
const items = (name: string, words: string[]): FieldWords => ({ name, kind: 'items', items: words })

/** The fields of a version, in the order of its form. `nameOf` knows works, critics and topics. */
export function recordFields(said: RecordContent, nameOf: NameOf): FieldWords[] {
  switch (said.kind) {
    case 'work':
      return workWords(said.content, nameOf)
    case 'person': {
      const { name, kind, sortName, slug, aliases, externalIds } = said.content
      return [
        text('Name', name),
        value('Kind', kind === 'group' ? 'A group' : 'One person'),
        text('Sorted as', sortName),
        value('Address', slug),
        items('Other names', aliases),
        items('Ids elsewhere', externalIds.map(idWords)),
      ]
    }
    case 'series': {
      const { name, kind, slug, note, workIds } = said.content
      return [
        text('Name', name),
        value('Kind', seriesKindName(kind)),
        value('Address', slug),
        text('Note', note),
        items('Works', workIds.map(nameOf)),
      ]
    }
    case 'list': {
      const { title, slug, standfirst, criticId, topicId, isRanked, entries } = said.content
      return [
        text('Title', title),
        value('Address', slug),
        text('Standfirst', standfirst),
        value('Signed by', criticId && nameOf(criticId)),
        value('Topic', topicId && nameOf(topicId)),
        value('Order', isRanked ? 'Ranked from the best' : 'An order that means nothing'),
        items(
          'Works',
          entries.map(({ workId }) => nameOf(workId)),
        ),
        text('Notes', entries.flatMap(({ workId, note }) => (note ? [`${nameOf(workId)}: ${note}`] : [])).join('\n')),
      ]
    }
  }
}

/** The ids that a version names. */
export function recordIds(said: RecordContent): {
  works: string[]
  critics: string[]
  topics: string[]
  media: string[]
} {
  const none = { works: [], critics: [], topics: [], media: [] }
  const given = (id: string | null) => (id === null ? [] : [id])
  switch (said.kind) {
    case 'work':
      return { ...none, works: given(said.content.parentId), media: given(said.content.imageId) }
    case 'person':
      return none
    case 'series':
      return { ...none, works: said.content.workIds }
    case 'list': {
      const { entries, criticId, topicId } = said.content
      return { ...none, works: entries.map(entry => entry.workId), critics: given(criticId), topics: given(topicId) }
    }
  }
}

function workWords(work: WorkContent, nameOf: NameOf): FieldWords[] {
  const name = workFieldName
  return [
    value(name('kind'), kindName(work.kind)),
    text(name('title'), work.title),
    text(name('originalTitle'), work.originalTitle),
    text(name('sortTitle'), work.sortTitle),
    value(name('slug'), work.slug),
    value(name('released'), work.released),
    value(name('parentId'), work.parentId && nameOf(work.parentId)),
    value(name('number'), work.number),
    value(name('language'), work.language),
    value(name('country'), work.country),
    items(name('genres'), work.genres),
    items(name('platforms'), work.platforms),
    value(name('minutes'), work.minutes === null ? null : `${work.minutes} minutes`),
    value(name('pages'), work.pages),
    value(name('publisher'), work.publisher),
    text(name('summary'), work.summary),
    items(name('credits'), work.credits.map(creditWords)),
    items(name('externalIds'), work.externalIds.map(idWords)),
    items(name('editions'), work.editions.map(editionWords)),
    { name: name('imageId'), kind: 'picture', mediaId: work.imageId },
    text(name('imageAlt'), work.imageAlt),
    text(name('imageCredit'), work.imageCredit),
  ]
}

function creditWords({ name, role, character }: WorkContent['credits'][number]): string {
  return `${name}, ${roleName(role).toLowerCase()}${character ? ` (${character})` : ''}`
}

function editionWords({ name, format, publisher, released, isbn }: WorkContent['editions'][number]): string {
  return [name, format, publisher, released, isbn && `ISBN ${isbn}`].filter(Boolean).join(', ')
}

function idWords({ scheme, value: id }: WorkContent['externalIds'][number]): string {
  return `${schemeName(scheme)} ${id}`
}
