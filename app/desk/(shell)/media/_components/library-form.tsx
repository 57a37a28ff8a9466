import Form from 'next/form'
import Link from 'next/link'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { libraryPlaces } from '#lib/media/library.ts'
import { libraryPath, placeName } from '#lib/media/library-filter.ts'
import type { LibrarySearch } from '#lib/media/library-schema.ts'
import styles from '../media.module.css'

/** A plain GET form: what it finds can be bookmarked, and it works before any script has come. */
export function LibraryForm({ search }: { search: LibrarySearch }) {
  return (
    // The key gives the fields their values again when the address has changed without them, as "Clear" does.
    <Form key={libraryPath(search)} action="/desk/media" className={styles.search}>
      {search.filter && <input type="hidden" name="filter" value={search.filter} />}
      <TextField
        label="Search names, descriptions, captions and credits"
        hideLabel
        type="search"
        name="q"
        placeholder="Name, description, credit"
        defaultValue={search.q}
        maxLength={200}
      />
      <Select
        label="Where it is used"
        hideLabel
        name="place"
        placeholder="Used anywhere or nowhere"
        options={libraryPlaces.map(place => ({ value: place, label: placeName(place) }))}
        defaultValue={search.place ?? ''}
      />
      <Button type="submit">Show</Button>
      {(search.q || search.place) && <Link href={libraryPath({ filter: search.filter })}>Clear</Link>}
    </Form>
  )
}
