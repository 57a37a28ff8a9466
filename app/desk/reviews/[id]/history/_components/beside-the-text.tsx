import { type Clock, Moment } from '#components/desk/moment.tsx'
import { readable } from '#lib/notes/lines.ts'
import type { DeskNote, DeskProposal } from '#lib/notes/notes.ts'
import styles from './beside-the-text.module.css'

export interface BesideProps {
  notes: DeskNote[]
  proposals: DeskProposal[]
  clock: Clock
}

/** What was suggested, said and proposed beside the text, by whom, and what became of it. */
export function BesideTheText({ notes, proposals, clock }: BesideProps) {
  if (notes.length + proposals.length === 0) return null
  return (
    <section className={styles.beside} aria-labelledby="beside">
      <h2 id="beside">Beside the text</h2>
      <ul>
        {proposals.map(proposal => (
          <li key={proposal.id}>
            <p>
              Score: <del>{proposal.from}</del> <ins>{proposal.to}</ins>
              {proposal.why && <> “{proposal.why}”</>}
            </p>
            <p className={styles.who}>
              Proposed by {proposal.by ?? 'somebody who has left'}, <Moment iso={proposal.at} clock={clock} />
              {proposal.answeredAt && (
                <>
                  ; {answers[proposal.state]} by {proposal.answeredBy ?? 'somebody who has left'},{' '}
                  <Moment iso={proposal.answeredAt} clock={clock} />
                </>
              )}
              {proposal.answer && <>: “{proposal.answer}”</>}
            </p>
          </li>
        ))}
        {notes.map(note => (
          <li key={note.id}>
            <p>{note.kind === 'suggestion' ? <Change note={note} /> : <Said note={note} />}</p>
            <p className={styles.who}>
              {note.kind === 'suggestion' ? 'Suggested' : 'Said'} by {note.author?.name ?? 'somebody who has left'},{' '}
              <Moment iso={note.at} clock={clock} />
              {note.settledAt ? (
                <>
                  ; {note.state === 'resolved' ? 'settled' : note.state} by {note.settledBy ?? 'somebody who has left'},{' '}
                  <Moment iso={note.settledAt} clock={clock} />
                </>
              ) : (
                '; still open'
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

const answers: Record<DeskProposal['state'], string> = {
  open: 'waits',
  accepted: 'agreed',
  refused: 'not agreed',
  withdrawn: 'taken back',
}

function Change({ note: { prefix, quote, replacement, suffix } }: { note: DeskNote }) {
  return (
    <>
      {readable(prefix.slice(-24))}
      {quote && <del>{readable(quote)}</del>}
      {replacement && <ins>{readable(replacement)}</ins>}
      {readable(suffix.slice(0, 24))}
    </>
  )
}

function Said({ note: { quote, comments } }: { note: DeskNote }) {
  const [first] = comments
  const others = comments.length - 1
  return (
    <>
      {quote && (
        <>
          On <q>{readable(quote.length > 120 ? `${quote.slice(0, 119)}…` : quote)}</q>:{' '}
        </>
      )}
      {first?.text || 'Taken back'}
      {others > 0 && ` (${others === 1 ? 'one answer' : `${others} answers`})`}
    </>
  )
}
