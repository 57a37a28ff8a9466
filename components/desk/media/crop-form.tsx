'use client'
import { useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/choice.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx'
import type { LibraryPicture } from '#lib/media/library.ts'
import { type CropBox, type CropRatio, type Crops, cropBox, cropRatios } from '#lib/media/pictures.ts'
import { boxText, canChoose } from './crop-boxes.ts'
import styles from './crop-form.module.css'
import { CropPreviews } from './crop-previews.tsx'
import { CropStage, FocalStage, pointText } from './crop-stage.tsx'
import type { PictureActions } from './media-actions.ts'
import { useCropDraft } from './use-crop-draft.ts'

type Shown = 'focus' | CropRatio

/** Where the eye rests, and the part that each ratio shows; saved together, seen at once. */
export function CropForm({
  picture,
  mayEdit,
  actions,
  onSaved,
}: {
  picture: LibraryPicture
  mayEdit: boolean
  actions: Pick<PictureActions, 'focus' | 'crop'>
  onSaved: (picture: LibraryPicture) => void
}) {
  const [shown, setShown] = useState<Shown>('focus')
  const draft = useCropDraft(picture, actions, onSaved)
  const { focal, crops } = draft
  const box = shown === 'focus' ? null : cropBox({ ...picture, focal, crops }, shown)
  return (
    <div className={styles.form}>
      <Choice shown={shown} crops={crops} onChoose={setShown} />
      <div className={styles.both}>
        <div className={styles.stage}>
          {shown === 'focus' || !box ? (
            <FocalStage picture={picture} point={focal} onMove={mayEdit ? draft.setFocal : null} />
          ) : (
            <CropStage
              picture={picture}
              ratio={shown}
              box={box}
              onChange={mayEdit && canChoose(picture, shown) ? next => draft.setCrop(shown, next) : null}
            />
          )}
          <Help
            {...{ shown, picture, crops, mayEdit }}
            onFollow={ratio => draft.setCrop(ratio, null)}
            box={box}
            onOwn={draft.setCrop}
          />
          {mayEdit && <Saving draft={draft} />}
          <Told text={box ? `${shown}: ${boxText(box)}` : pointText(focal)} />
        </div>
        <CropPreviews {...{ picture, crops, focal }} />
      </div>
    </div>
  )
}

function Choice({ shown, crops, onChoose }: { shown: Shown; crops: Crops; onChoose: (shown: Shown) => void }) {
  return (
    <fieldset className={styles.choice}>
      <legend>
        <VisuallyHidden>What to set</VisuallyHidden>
      </legend>
      {(['focus', ...cropRatios] as const).map(each => (
        <label key={each}>
          <input type="radio" name="crop-shown" checked={shown === each} onChange={() => onChoose(each)} />
          {each === 'focus' ? 'Focal point' : each}
          {each !== 'focus' && crops[each] && <span className={styles.own}>own part</span>}
        </label>
      ))}
    </fieldset>
  )
}

function Help({
  shown,
  picture,
  crops,
  box,
  mayEdit,
  onFollow,
  onOwn,
}: {
  shown: Shown
  picture: LibraryPicture
  crops: Crops
  box: CropBox | null
  mayEdit: boolean
  onFollow: (ratio: CropRatio) => void
  onOwn: (ratio: CropRatio, box: CropBox) => void
}) {
  if (shown === 'focus' || !box)
    return (
      <p className={styles.help}>Point at what must stay in sight: a face, a title. Every shape is cut around it.</p>
    )
  if (!canChoose(picture, shown))
    return (
      <p className={styles.help}>
        The picture is too narrow for a part of its own at {shown}. It follows the focal point.
      </p>
    )
  return (
    <Checkbox
      label="Follow the focal point"
      description="Or drag the part, or draw its corners. With the keyboard: arrows move it, Shift and arrows resize it."
      checked={!crops[shown]}
      disabled={!mayEdit}
      onChange={event => (event.target.checked ? onFollow(shown) : onOwn(shown, box))}
    />
  )
}

/** Says where it is once the hand rests, not at each step. */
function Told({ text }: { text: string }) {
  const [said, setSaid] = useState('')
  const [first] = useState(text)
  useEffect(() => {
    const rest = setTimeout(() => setSaid(text === first ? '' : text), 500)
    return () => clearTimeout(rest)
  }, [text, first])
  return <VisuallyHidden role="status">{said}</VisuallyHidden>
}

const stale =
  'Somebody changed this picture meanwhile. What you set is still here: save again to put it in place of theirs, or undo to see theirs.'

function Saving({ draft }: { draft: ReturnType<typeof useCropDraft> }) {
  const { answer, isChanged, isSaving } = draft
  return (
    <>
      {answer && !answer.ok && <Notice tone="problem">{answer.picture ? stale : answer.problem}</Notice>}
      <div className={styles.end}>
        <Button
          variant={isChanged ? 'primary' : 'plain'}
          isDisabled={!isChanged}
          pending={isSaving && 'Cutting…'}
          onPress={draft.save}
        >
          Save how it is cropped
        </Button>
        {isChanged && !isSaving && (
          <Button variant="quiet" onPress={draft.reset}>
            Undo
          </Button>
        )}
        <span role="status">{answer?.ok && !isChanged ? 'Saved. It is shown like this everywhere.' : ''}</span>
      </div>
    </>
  )
}
