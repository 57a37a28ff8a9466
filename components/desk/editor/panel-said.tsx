'use client'
import { languageName } from '#lib/languages/languages.ts'
import { spoilerLevelName } from '#lib/reviews/reviews.ts'
import { useEditorDesk, useField } from './editor-context.tsx'
import { useSeenLine } from './reading-fields.tsx'

// What stands in the closed groups of the side panel, in a few words, so that nobody has to open one to know.

export function SeenSaid() {
  return useSeenLine()
}

export function LanguageSaid() {
  const { choices } = useEditorDesk()
  const [language] = useField('language')
  const [originalId] = useField('translationOfId')
  return [languageName(language ?? choices.language), originalId && 'a translation'].filter(Boolean).join(', ')
}

export function WarningsSaid() {
  const [spoilers] = useField('spoilers')
  const [advisory] = useField('advisory')
  return [spoilers !== 'none' && spoilerLevelName(spoilers), advisory && 'advisory'].filter(Boolean).join(', ')
}

export function GlanceSaid() {
  const [badges] = useField('badges')
  const [pros] = useField('pros')
  const [cons] = useField('cons')
  return [
    ...badges,
    ...(pros.length > 0 ? [`${pros.length} for`] : []),
    ...(cons.length > 0 ? [`${cons.length} against`] : []),
  ].join(', ')
}

export function AspectsSaid() {
  const [aspects] = useField('aspects')
  return aspects
    .map(({ name }) => name)
    .filter(Boolean)
    .join(', ')
}

export function QuoteSaid() {
  const [quote] = useField('pullQuote')
  return quote
}
