'use client'
import { TextArea } from '#components/ui/text-area.tsx'
import type { PublicationSettings } from '#lib/settings/settings.ts'
import { type HouseTextKey, textPages } from '#lib/settings/texts.ts'
import { HouseForm } from './house-form.tsx'
import styles from './settings.module.css'
import { useHouse } from './use-house.ts'

const texts: { key: HouseTextKey; label: string; description: string }[] = [
  {
    key: 'aboutText',
    label: 'About',
    description: 'Opens the page at /about, in place of the words that come with it.',
  },
  {
    key: 'privacyText',
    label: 'Privacy',
    description:
      'What you know of your readers. Pages set no cookie and ask no third party; say here what your server’s logs keep, and for how long.',
  },
  {
    key: 'policyText',
    label: 'How we work',
    description: 'What you hold yourselves to: gifts and press copies, corrections, affiliate links, machines.',
  },
  {
    key: 'imprintText',
    label: 'Imprint',
    description: 'Who answers for the publication, where the law wants it said.',
  },
]

/** What the publication says of itself. */
export function TextsForm({ stored }: { stored: Pick<PublicationSettings, HouseTextKey> }) {
  const house = useHouse('texts', stored)
  const { value, type, answer } = house
  return (
    <HouseForm house={house}>
      <p className={styles.quiet}>
        In Markdown: an empty line between paragraphs, ## before a heading, [words](https://address) for a link. A page
        is there, and in the footer, while it has a text.
      </p>
      <div className={styles.texts}>
        {texts.map(({ key, label, description }) => {
          const path = textPages.find(page => page.key === key)?.path
          return (
            <TextArea
              key={key}
              label={label}
              rows={5}
              description={
                <>
                  {description}
                  {path && stored[key] !== '' && (
                    <>
                      {' '}
                      <a href={path}>{path}</a>
                    </>
                  )}
                </>
              }
              maxLength={20_000}
              value={value[key]}
              onChange={event => type({ [key]: event.target.value })}
              error={answer.fields?.[key]}
            />
          )
        })}
      </div>
    </HouseForm>
  )
}
