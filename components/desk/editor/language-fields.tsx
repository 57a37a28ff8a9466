'use client'
import { ComboBox, type ComboBoxItem } from '#components/ui/combo-box.tsx'
import { canonicalLanguage, languageName, listLanguages, ownLanguageName } from '#lib/languages/languages.ts'
import { matches } from './byline-field.tsx'
import { useEditorDesk, useField } from './editor-context.tsx'
import { ReviewField } from './review-field.tsx'

/** What the review is written in, and of which one it is a translation. */
export function LanguageFields() {
  const { choices, mayWrite } = useEditorDesk()
  const [language, setLanguage, problem] = useField('language')
  return (
    <>
      <div id="field-language">
        <ComboBox
          label="Written in"
          placeholder={`${languageName(choices.language)}, as the publication`}
          description="Empty for the publication’s own. Readers’ browsers read, break and pronounce the text by it."
          isDisabled={!mayWrite}
          error={problem}
          value={language ? toItem(language) : null}
          load={async query => fitting(query)}
          onChange={item => setLanguage(item?.id ?? null)}
        />
      </div>
      <ReviewField
        field="translationOfId"
        label="Translation of"
        placeholder="Headline of the original"
        description="One that readers have, of the same work. Both pages lead to each other, and they count as one review."
      />
    </>
  )
}

/** Languages by their English name or their own; a tag that is typed whole (“pt-BR”) is one too. */
function fitting(query: string): ComboBoxItem[] {
  const typed = query.includes('-') || query.length < 4 ? canonicalLanguage(query) : null
  const found = listLanguages()
    .map(toItem)
    .filter(({ name, detail }) => matches(name, query) || matches(detail, query))
  return typed ? [toItem(typed), ...found.filter(({ id }) => id !== typed)] : found
}

function toItem(tag: string) {
  return { id: tag, name: languageName(tag), detail: `${ownLanguageName(tag)} · ${tag}` }
}
