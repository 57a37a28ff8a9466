'use client'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { nearestOnScale } from '#lib/ratings/ratings.ts'
import type { TypedReading } from '#lib/ratings/reading-schema.ts'
import { type DeskScaleVersion, valueName } from '#lib/ratings/scales.ts'
import styles from './reading-form.module.css'
import { ValueField } from './value-field.tsx'

type Bands = TypedReading['bands']

/** The bands, best first as readers see them: from which score, and the sentence. */
export function BandFields({
  version: { scale },
  bands,
  onChange,
}: {
  version: DeskScaleVersion
  bands: Bands
  onChange: (bands: Bands) => void
}) {
  const set = (at: number, part: Partial<Bands[number]>) =>
    onChange(bands.map((band, index) => (index === at ? { ...band, ...part } : band)))
  const begin = () =>
    onChange(
      [0, 0.35, 0.6, 0.8, 1]
        .map(part => String(nearestOnScale(scale.min + (scale.max - scale.min) * part, scale)))
        .filter((from, index, all) => all.indexOf(from) === index)
        .map(from => ({ from, sentence: '' })),
    )
  const add = () => onChange([...bands, { from: bands.length === 0 ? String(scale.min) : '', sentence: '' }])
  if (bands.length === 0)
    return (
      <div className={styles.none}>
        <p>No sentences yet: readers are told the range of the scale, and nothing more.</p>
        <Button size="small" onPress={begin}>
          Begin with a few bands
        </Button>
      </div>
    )
  return (
    <>
      <ol className={styles.bands} reversed>
        {bands.toReversed().map((band, place) => {
          const at = bands.length - 1 - place
          const name = band.from === '' ? 'the new band' : valueName(scale, Number(band.from))
          return (
            <li key={at} className={styles.band}>
              <ValueField scale={scale} label="From" value={band.from} onChange={from => set(at, { from })} />
              <TextArea
                label={`What scores from ${name} mean`}
                hideLabel
                placeholder="What such a score means, in a sentence"
                maxLength={300}
                value={band.sentence}
                onChange={event => set(at, { sentence: event.target.value })}
              />
              <Button
                variant="quiet"
                size="small"
                isIcon
                aria-label={`Take away the band from ${name}`}
                onPress={() => onChange(bands.filter((_, index) => index !== at))}
              >
                <Icon name="close" />
              </Button>
            </li>
          )
        })}
      </ol>
      <Button size="small" onPress={add}>
        Add a band
      </Button>
    </>
  )
}
