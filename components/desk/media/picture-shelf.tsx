'use client'
import { type ReactNode, useMemo, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { DialogActions } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { type LibraryPicture, libraryFilters } from '#lib/media/library.ts'
import { filterName } from '#lib/media/library-filter.ts'
import { librarySearchSchema } from '#lib/media/library-schema.ts'
import type { Picture } from '#lib/media/pictures.ts'
import styles from './picture-shelf.module.css'
import { ShelfGrid } from './picture-shelf-grid.tsx'
import { UploadButton } from './upload-here.tsx'
import { createUploads } from './upload-store.ts'
import { UploadTray } from './upload-tray.tsx'
import { type LibraryShelf, type ShelfSearch, useLibrary } from './use-library.ts'
import { useTaken } from './use-uploads.ts'

export interface PictureShelfProps {
  /** Several can be chosen, in the order in which they are ticked; otherwise the first press chooses. */
  isMany?: boolean
  onChoose: (pictures: Picture[]) => void
}

/** The library to choose from, inside a dialog: words, filters, a grid that is walked with the arrows, and adding in place. */
export function PictureShelf({ isMany = false, onChoose }: PictureShelfProps) {
  const [search, setSearch] = useState<ShelfSearch>({ q: '', filter: null, place: null })
  const [chosen, setChosen] = useState<LibraryPicture[]>([])
  const uploads = useMemo(() => createUploads(), [])
  const shelf = useLibrary(search)
  const use = (picture: LibraryPicture) => {
    if (isMany) setChosen(before => [...before.filter(({ id }) => id !== picture.id), picture])
    else onChoose([picture])
  }
  useTaken(uploads, taken => {
    for (const { picture } of taken) shelf.put(picture)
    const { queue } = uploads.get()
    const fresh = taken.filter(({ id }) => queue.find(upload => upload.id === id)?.state === 'done')
    // One that was added to be used is used; several stay to be chosen from.
    if (isMany || queue.length === 1) for (const { picture } of fresh) use(picture)
  })
  return (
    <TakesFiles onFiles={files => uploads.add(files)}>
      <div className={styles.bar}>
        <Search search={search} onChange={setSearch} />
        <UploadButton uploads={uploads} inputLabel="Add pictures from this device">
          Add pictures
        </UploadButton>
      </div>
      <UploadTray uploads={uploads} onUse={use} />
      {shelf.pictures.length > 0 && (
        <ShelfGrid pictures={shelf.pictures} chosen={chosen} isMany={isMany} onChoose={use} onChosen={setChosen} />
      )}
      <Below shelf={shelf} search={search} />
      {isMany && (
        <DialogActions>
          {chosen.length > 0 && (
            <Button variant="quiet" onPress={() => setChosen([])}>
              Choose none
            </Button>
          )}
          <Button variant="primary" isDisabled={chosen.length === 0} onPress={() => onChoose(chosen)}>
            {chosen.length === 0 ? 'Add' : chosen.length === 1 ? 'Add 1 picture' : `Add ${chosen.length} pictures`}
          </Button>
        </DialogActions>
      )}
    </TakesFiles>
  )
}

function Search({ search, onChange }: { search: ShelfSearch; onChange: (search: ShelfSearch) => void }) {
  return (
    <>
      <TextField
        label="Search names, descriptions and credits"
        hideLabel
        type="search"
        placeholder="Name, description, credit"
        maxLength={200}
        value={search.q}
        onChange={event => onChange({ ...search, q: event.target.value })}
      />
      <Select
        label="Which pictures"
        hideLabel
        placeholder="All pictures"
        options={libraryFilters.map(filter => ({ value: filter, label: filterName(filter) }))}
        value={search.filter ?? ''}
        onChange={event => {
          const { filter } = librarySearchSchema.parse({ filter: event.target.value || null })
          onChange({ ...search, filter })
        }}
      />
    </>
  )
}

function Below({
  shelf: { pictures, state, hasMore, fetchMore },
  search,
}: {
  shelf: LibraryShelf
  search: ShelfSearch
}) {
  const isNarrowed = search.q !== '' || search.filter !== null
  return (
    <div className={styles.below}>
      <p role="status">{wordsOf(state, pictures.length, hasMore, isNarrowed)}</p>
      {state === 'failed' && <Button onPress={fetchMore}>Try again</Button>}
      {state !== 'failed' && hasMore && (
        <Button pending={state === 'fetching' && 'Fetching…'} onPress={fetchMore}>
          Show more
        </Button>
      )}
    </div>
  )
}

function wordsOf(state: LibraryShelf['state'], count: number, hasMore: boolean, isNarrowed: boolean): string {
  if (state === 'failed') return 'The pictures could not be fetched.'
  if (state === 'fetching') return count === 0 ? 'Fetching the pictures…' : ''
  if (count === 0)
    return isNarrowed
      ? 'No picture fits. Try one word less, or all pictures.'
      : 'No picture has been added yet. Add one with the button, drop it here, or paste it.'
  return `${hasMore ? 'The newest ' : ''}${count === 1 ? '1 picture' : `${count} pictures`}`
}

/** Takes what is dropped or pasted into it. React hands events of a dialog on to what opened it, which takes files as well: so they stop here. */
function TakesFiles({ onFiles, children }: { onFiles: (files: File[]) => void; children: ReactNode }) {
  const [isOver, setOver] = useState(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a second way to what the button beside it does
    <div
      className={styles.shelf}
      data-over={isOver || undefined}
      onDragOver={event => {
        event.preventDefault()
        event.stopPropagation()
        setOver(true)
      }}
      onDragLeave={event => {
        event.stopPropagation()
        setOver(false)
      }}
      onDrop={event => {
        event.preventDefault()
        event.stopPropagation()
        setOver(false)
        onFiles([...event.dataTransfer.files])
      }}
      onPaste={event => {
        event.stopPropagation()
        const files = [...event.clipboardData.files]
        if (files.length === 0) return
        event.preventDefault()
        onFiles(files)
      }}
    >
      {children}
    </div>
  )
}
