'use client'
import { Checkbox } from '#components/ui/choice.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { affiliateLinks } from '#lib/reviews/affiliate-links.ts'
import { detailLimits, disclosures } from '#lib/reviews/details.ts'
import { disclosureName, disclosureSentence, disclosureText } from '#lib/reviews/disclosures.ts'
import { useDraft, useEditorDesk, useField } from './editor-context.tsx'
import styles from './panel.module.css'

/** What was given to us. Readers are told above the text, in the words that are shown here. */
export function DisclosureFields() {
  const { choices, mayWrite } = useEditorDesk()
  const [chosen, setChosen, chosenProblem] = useField('disclosures')
  const [note, setNote, noteProblem] = useField('disclosureNote')
  const { body } = useDraft()
  const sponsored = affiliateLinks(body, choices.affiliateDomains)
  const told = disclosureText({ disclosures: chosen, disclosureNote: note, sponsored: [] })
  const readOnly = !mayWrite
  return (
    <>
      <fieldset id="field-disclosures" className={styles.ticks}>
        <legend className={styles.label}>We were given</legend>
        {disclosures.map(disclosure => (
          <Checkbox
            key={disclosure}
            label={disclosureName(disclosure)}
            description={disclosureSentence(disclosure)}
            disabled={readOnly}
            checked={chosen.includes(disclosure)}
            onChange={event =>
              // In the order in which they are listed, so that ticking and unticking changes nothing.
              setChosen(
                disclosures.filter(known => (known === disclosure ? event.target.checked : chosen.includes(known))),
              )
            }
          />
        ))}
        {chosenProblem && <p className={styles.hint}>{chosenProblem}</p>}
        {sponsored.length > 0 && !chosen.includes('affiliate') && (
          <p className={styles.hint} role="status">
            {sponsored.length === 1
              ? 'A link in the text earns us something'
              : `${sponsored.length} links in the text earn us something`}
            , so “{disclosureName('affiliate')}” has to be ticked before this can be published.
          </p>
        )}
      </fieldset>
      <div id="field-disclosureNote">
        <TextArea
          label="In your own words"
          value={note}
          maxLength={detailLimits.disclosureNote}
          readOnly={readOnly}
          description="Stands in place of the standard sentences, so it has to say all that they would."
          onChange={event => setNote(event.target.value)}
          error={noteProblem}
        />
      </div>
      {told && (
        <p className={styles.hint} aria-live="polite">
          Readers are told: <span className={styles.told}>{told}</span>
        </p>
      )}
    </>
  )
}

/** What the closed group holds, in a few words. */
export function DisclosureSaid() {
  const [chosen] = useField('disclosures')
  const [note] = useField('disclosureNote')
  return chosen.length > 0 ? chosen.map(disclosureName).join(', ') : note
}
