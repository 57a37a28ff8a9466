'use client'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { detailLimits } from '#lib/reviews/details.ts'
import { quoteStanding } from '#lib/reviews/pull-quote.ts'
import { useDraft, useEditorDesk, useField } from './editor-context.tsx'
import styles from './panel.module.css'

const standings = {
  stands: undefined,
  missing: 'These words do not stand in the text any more. Take them from it again, or remove the quote.',
  spoiler: 'These words stand in a spoiler. Quote a sentence that gives nothing away.',
}

/** A sentence of the text to be quoted by: on cards, and by whoever lists reviews. It has to stand in the text, outside spoilers. */
export function PullQuoteField() {
  const { choices, selectedWords, mayWrite } = useEditorDesk()
  const [quote, setQuote, problem] = useField('pullQuote')
  const { body } = useDraft()
  const [language] = useField('language')
  const [refusal, setRefusal] = useState('')
  const take = () => {
    const taken = selectedWords.take(language ?? choices.language)
    setRefusal(taken.ok ? '' : taken.problem)
    if (taken.ok) setQuote(taken.quote)
  }
  return (
    <div id="field-pullQuote" className={styles.group}>
      <TextArea
        label="Pull quote"
        hideLabel
        rows={3}
        value={quote}
        maxLength={detailLimits.pullQuote}
        readOnly={!mayWrite}
        placeholder="A sentence of the review, word for word"
        onChange={event => {
          setRefusal('')
          setQuote(event.target.value.replace(/\n/g, ' '))
        }}
        error={(problem ?? refusal) || (quote.trim() === '' ? undefined : standings[quoteStanding(quote, body)])}
        description={`${quote.length} of ${detailLimits.pullQuote} characters. What others quote when they list this review.`}
      />
      {mayWrite && (
        <Button size="small" onPress={take}>
          Take the selected sentence
        </Button>
      )}
    </div>
  )
}
