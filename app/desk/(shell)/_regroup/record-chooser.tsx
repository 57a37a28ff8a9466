'use client'
import { useRouter } from 'next/navigation'
import { ComboBox } from '#components/ui/combo-box.tsx'
import type { RegroupingNoun } from '#lib/regrouping/regrouping.ts'
import { findRecordsAction } from './actions.ts'

/** Finds the other record of a merge; choosing it shows what would move. */
export function RecordChooser({
  noun,
  id,
  path,
  chosen,
}: {
  noun: RegroupingNoun
  id: string
  path: string
  chosen: { id: string; name: string } | null
}) {
  const router = useRouter()
  return (
    <ComboBox
      label={noun === 'work' ? 'The work that is the same' : 'The name that is the same person or group'}
      placeholder={noun === 'work' ? 'Title' : 'Name'}
      load={async query => (await findRecordsAction({ noun, query })).filter(found => found.id !== id)}
      value={chosen}
      onChange={found => router.push(found ? `${path}?with=${found.id}` : path)}
    />
  )
}
