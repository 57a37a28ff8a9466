'use client'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react'
import { type CropBox, type CropRatio, type Picture, picturePath } from '#lib/media/pictures.ts'
import { boxText, type Corner, corners, drawnBox, movedBox, type Point, resizedBox } from './crop-boxes.ts'
import styles from './crop-stage.module.css'

// The whole picture, to point at: at what must stay in sight, or at the part that a ratio shows.

/** A press of an arrow, in fractions of the picture. */
const step = 0.01

const arrows: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** The point that stays in sight in every shape: by click, drag or arrows (Shift for longer steps). */
export function FocalStage({
  picture,
  point,
  onMove,
}: {
  picture: Picture
  point: Point
  onMove: ((point: Point) => void) | null
}) {
  const press = (event: KeyboardEvent) => {
    const arrow = arrows[event.key]
    if (!arrow || !onMove) return
    event.preventDefault()
    const by = step * (event.shiftKey ? 10 : 1)
    onMove({ x: fraction(point.x + arrow.x * by), y: fraction(point.y + arrow.y * by) })
  }
  const mark = <span className={styles.point} style={{ left: `${point.x * 100}%`, top: `${point.y * 100}%` }} />
  return (
    <Whole picture={picture}>
      {onMove ? (
        <button
          type="button"
          className={styles.aim}
          aria-label={`Focal point: ${pointText(point)}. Move it with the arrow keys.`}
          onPointerDown={event => {
            event.currentTarget.setPointerCapture(event.pointerId)
            onMove(pointOf(event, event.currentTarget))
          }}
          onPointerMove={event =>
            event.currentTarget.hasPointerCapture(event.pointerId) && onMove(pointOf(event, event.currentTarget))
          }
          onKeyDown={press}
        >
          {mark}
        </button>
      ) : (
        mark
      )}
    </Whole>
  )
}

/** The part that a ratio shows: dragged, drawn by its corners, moved by arrows and resized with Shift. */
export function CropStage({
  picture,
  ratio,
  box,
  onChange,
}: {
  picture: Picture
  ratio: CropRatio
  box: CropBox
  onChange: ((box: CropBox) => void) | null
}) {
  const whole = useRef<HTMLDivElement>(null)
  const at = {
    left: `${box.x * 100}%`,
    top: `${box.y * 100}%`,
    width: `${box.width * 100}%`,
    height: `${box.height * 100}%`,
  }
  if (!onChange)
    return (
      <Whole picture={picture}>
        <span className={styles.part} style={at} />
      </Whole>
    )
  return (
    <Whole picture={picture} ref={whole}>
      <div className={styles.part} style={at}>
        <MovedPart {...{ picture, ratio, box, onChange, whole }} />
        {corners.map(corner => (
          <CornerHandle key={`${corner.x}${corner.y}`} {...{ picture, ratio, box, onChange, whole, corner }} />
        ))}
      </div>
    </Whole>
  )
}

interface PartProps {
  picture: Picture
  ratio: CropRatio
  box: CropBox
  onChange: (box: CropBox) => void
  whole: { current: HTMLDivElement | null }
}

function MovedPart({ picture, ratio, box, onChange, whole }: PartProps) {
  const held = useRef<Point | null>(null)
  const press = (event: KeyboardEvent) => {
    const arrow = arrows[event.key]
    if (!arrow) return
    event.preventDefault()
    // Right and down make it larger, as they would draw its lower right corner.
    const wider = box.width + (arrow.x + arrow.y) * step * 2
    onChange(
      event.shiftKey ? resizedBox(box, picture, ratio, wider) : movedBox(box, { x: arrow.x * step, y: arrow.y * step }),
    )
  }
  const drag = (event: PointerEvent) => {
    const before = held.current
    if (!before || !whole.current) return
    const now = pointOf(event, whole.current)
    held.current = now
    onChange(movedBox(box, { x: now.x - before.x, y: now.y - before.y }))
  }
  return (
    <button
      type="button"
      className={styles.move}
      aria-label={`Part at ${ratio}: ${boxText(box)}. Arrow keys move it, Shift and arrow keys resize it.`}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId)
        if (whole.current) held.current = pointOf(event, whole.current)
      }}
      onPointerMove={drag}
      onPointerUp={() => {
        held.current = null
      }}
      onPointerCancel={() => {
        held.current = null
      }}
      onKeyDown={press}
    />
  )
}

/** For pointers only: with the keyboard the part is resized as a whole. */
function CornerHandle({ picture, ratio, box, onChange, whole, corner }: PartProps & { corner: Corner }) {
  return (
    <span
      aria-hidden="true"
      className={styles.corner}
      style={{
        ...{ left: `${corner.x * 100}%`, top: `${corner.y * 100}%` },
        cursor: corner.x === corner.y ? 'nwse-resize' : 'nesw-resize',
      }}
      onPointerDown={event => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={event => {
        if (whole.current && event.currentTarget.hasPointerCapture(event.pointerId))
          onChange(drawnBox(box, picture, ratio, corner, pointOf(event, whole.current)))
      }}
    />
  )
}

function Whole({
  picture,
  ref,
  children,
}: {
  picture: Picture
  ref?: { current: HTMLDivElement | null }
  children: ReactNode
}) {
  const { widths, width, height } = picture
  return (
    <div
      ref={ref}
      className={styles.whole}
      style={{
        ...{ aspectRatio: `${width} / ${height}`, background: picture.colour },
        // A poster would otherwise be higher than the screen.
        maxInlineSize: `calc(min(70vh, 38rem) * ${width / height})`,
      }}
    >
      <img
        src={picturePath(picture, widths.find(each => each >= 1200) ?? widths.at(-1) ?? width)}
        alt=""
        draggable={false}
      />
      {children}
    </div>
  )
}

/** "40 % across, 25 % down" */
export function pointText({ x, y }: Point): string {
  return `${Math.round(x * 100)} % across, ${Math.round(y * 100)} % down`
}

function pointOf(event: PointerEvent, element: HTMLElement): Point {
  const frame = element.getBoundingClientRect()
  return {
    x: fraction((event.clientX - frame.left) / frame.width),
    y: fraction((event.clientY - frame.top) / frame.height),
  }
}

function fraction(part: number): number {
  return Math.round(Math.min(Math.max(part, 0), 1) * 1_000) / 1_000
}
