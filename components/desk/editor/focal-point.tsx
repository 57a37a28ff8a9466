'use client'
import { type KeyboardEvent, type PointerEvent, useState, useTransition } from 'react'
import { CropView } from '#components/desk/media/crop-view.tsx'
import { type CropRatio, cutPath, type Picture, picturePath } from '#lib/media/pictures.ts'
import type { PictureOutcome } from './editor-actions.ts'
import styles from './picture-field.module.css'

interface Point {
  x: number
  y: number
}

/** The shapes that pages crop pictures to. */
const crops = [
  { name: '16:9', use: 'cards and shared links' },
  { name: '2:3', use: 'posters' },
  { name: '1:1', use: 'lists' },
] as const

/**
 * The picture with the point that must stay in sight when it is cropped, and what is left of it in each shape, while the point is
 * moved. By mouse or arrows; a picture of its own is made when it is let go, so that what is live stays as it is.
 */
export function FocalPoint({
  picture,
  isEditable,
  refocus,
  onMoved,
}: {
  picture: Picture
  isEditable: boolean
  refocus: (input: { id: string; x: number; y: number }) => Promise<PictureOutcome>
  onMoved: (picture: Picture) => void
}) {
  const [point, setPoint] = useState<Point>(picture.focal)
  const [problem, setProblem] = useState('')
  const [isMaking, make] = useTransition()
  const width = picture.widths.find(candidate => candidate >= 400) ?? picture.widths[0] ?? picture.width
  const source = picturePath(picture, width)
  const settle = (at: Point) => {
    if (at.x === picture.focal.x && at.y === picture.focal.y) return
    make(async () => {
      const outcome = await refocus({ id: picture.id, ...at }).catch(() => ({
        ok: false as const,
        problem: 'The server did not answer. Try again.',
      }))
      if (outcome.ok) onMoved(outcome.picture)
      else setProblem(outcome.problem)
    })
  }
  const move = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const at = { x: within((event.clientX - box.left) / box.width), y: within((event.clientY - box.top) / box.height) }
    setPoint(at)
    return at
  }
  return (
    <>
      <div className={styles.whole}>
        <img
          src={source}
          alt=""
          width={picture.width}
          height={picture.height}
          style={{ background: picture.colour }}
          draggable={false}
        />
        {isEditable && (
          <button
            type="button"
            className={styles.aim}
            aria-label={`Where the eye rests: ${Math.round(point.x * 100)} % across, ${Math.round(point.y * 100)} % down. Move with the arrow keys.`}
            onPointerDown={event => {
              event.currentTarget.setPointerCapture(event.pointerId)
              move(event)
            }}
            onPointerMove={event => event.currentTarget.hasPointerCapture(event.pointerId) && move(event)}
            onPointerUp={event => settle(move(event))}
            onKeyDown={event => setPoint(stepped(event, point))}
            onBlur={() => settle(point)}
          >
            <span
              className={styles.point}
              style={{ insetInlineStart: `${point.x * 100}%`, insetBlockStart: `${point.y * 100}%` }}
            />
          </button>
        )}
      </div>
      <p className={styles.hint}>
        {problem ||
          (isMaking
            ? 'Cropping…'
            : isEditable
              ? 'Point at what must stay in sight. Cropped, it is:'
              : 'Cropped, it is:')}
      </p>
      <ul className={styles.crops} aria-hidden="true">
        {crops.map(({ name, use }) => (
          <li key={name}>
            <Cropped picture={picture} ratio={name} point={point} />
            {name} <span>{use}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What is shown of it: what was cut, which may be a part of its own; while the point is moved, what would be cut around it. */
function Cropped({ picture, ratio, point }: { picture: Picture; ratio: CropRatio; point: Point }) {
  const width = picture.cuts[ratio]?.[0]
  const isMoved = point.x !== picture.focal.x || point.y !== picture.focal.y
  if (isMoved || width === undefined)
    return <CropView picture={picture} ratio={ratio} crops={{}} focal={point} className={styles.crop} />
  const style = { aspectRatio: ratio.replace(':', ' / '), background: picture.colour }
  return <img src={cutPath(picture, ratio, width, 'webp')} alt="" style={style} draggable={false} />
}

function stepped(event: KeyboardEvent, { x, y }: Point): Point {
  const steps: Record<string, Point> = {
    ArrowLeft: { x: -0.02, y: 0 },
    ArrowRight: { x: 0.02, y: 0 },
    ArrowUp: { x: 0, y: -0.02 },
    ArrowDown: { x: 0, y: 0.02 },
  }
  const step = steps[event.key]
  if (!step) return { x, y }
  event.preventDefault()
  return { x: within(x + step.x), y: within(y + step.y) }
}

function within(part: number): number {
  return Math.round(Math.min(Math.max(part, 0), 1) * 1000) / 1000
}
