'use client'
import { Button } from '#components/ui/button.tsx'
import { Switch } from '#components/ui/choice.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { projection, type RatingScale, valuesOnScale } from '#lib/ratings/ratings.ts'
import type { TypedReading } from '#lib/ratings/reading-schema.ts'
import { type DeskScaleVersion, valueName } from '#lib/ratings/scales.ts'
import styles from './reading-form.module.css'
import { ValueField } from './value-field.tsx'

type Points = TypedReading['points']

/** What scores count as: in a straight line, or as the house says. Of words, each says its own; of numbers, some do and the rest lie between. */
export function PointFields({
  version: { scale },
  points,
  onChange,
}: {
  version: DeskScaleVersion
  points: Points
  onChange: (points: Points) => void
}) {
  const isStraight = points.length === 0
  return (
    <>
      <Switch
        label={`In a straight line: ${valueName(scale, scale.min)} counts as 0, ${valueName(scale, scale.max)} as 100`}
        checked={isStraight}
        onChange={event => onChange(event.target.checked ? [] : begun(scale))}
      />
      {!isStraight &&
        (scale.kind === 'numeric' ? (
          <Between scale={scale} points={points} onChange={onChange} />
        ) : (
          <EachLabel scale={scale} points={points} onChange={onChange} />
        ))}
    </>
  )
}

type Fields = { scale: RatingScale; points: Points; onChange: (points: Points) => void }

function EachLabel({ scale, points, onChange }: Fields) {
  const set = (value: string, score: string) =>
    onChange(points.map(point => (point.value === value ? { value, score } : point)))
  return (
    <div className={styles.labels}>
      {points.toReversed().map(({ value, score }) => (
        <TextField
          key={value}
          label={valueName(scale, Number(value))}
          inputMode="decimal"
          autoComplete="off"
          value={score}
          onChange={event => set(value, event.target.value)}
        />
      ))}
    </div>
  )
}

function Between({ scale, points, onChange }: Fields) {
  const set = (at: number, part: Partial<Points[number]>) =>
    onChange(points.map((point, index) => (index === at ? { ...point, ...part } : point)))
  const isEnd = ({ value }: Points[number]) => value === String(scale.min) || value === String(scale.max)
  return (
    <>
      <ol className={styles.points} reversed>
        {points.toReversed().map((point, place) => {
          const at = points.length - 1 - place
          const isFixed = isEnd(point) && points.findIndex(other => other.value === point.value) === at
          return (
            <li key={at} className={styles.point}>
              <ValueField
                scale={scale}
                label="Score"
                value={point.value}
                isFixed={isFixed}
                onChange={value => set(at, { value })}
              />
              <TextField
                label="Counts as"
                inputMode="decimal"
                autoComplete="off"
                value={point.score}
                onChange={event => set(at, { score: event.target.value })}
              />
              {!isFixed && (
                <Button
                  variant="quiet"
                  size="small"
                  isIcon
                  aria-label={`Take away the point at ${point.value || 'nothing yet'}`}
                  onPress={() => onChange(points.filter((_, index) => index !== at))}
                >
                  <Icon name="close" />
                </Button>
              )}
            </li>
          )
        })}
      </ol>
      <Button
        size="small"
        onPress={() => onChange([...points.slice(0, -1), { value: '', score: '' }, ...points.slice(-1)])}
      >
        Add a point between
      </Button>
    </>
  )
}

/** The straight line, to be bent: the ends of numbers, every one of a scale of words. */
function begun(scale: RatingScale): Points {
  const values = scale.kind === 'numeric' ? [scale.min, scale.max] : valuesOnScale(scale)
  return values.map(value => ({ value: String(value), score: String(projection({ scale, unit: null, value })) }))
}
