// What is drawn around a figure or a grade, as paths in a box of 48 by 48: by the components for readers, and on the cards.

/** The box that a dial stands in. */
export const dialBox = 48

/** Degrees clockwise from the right, as SVG counts them: from the lower left over the top to the lower right. */
const opening = { from: 135, sweep: 270 }
const centre = dialBox / 2
const outer = 21

/** An arc that swells like the orb's light, filled to a share of it from 0 to 1: between two circles whose centres lie apart, so it is thinnest where it begins. */
export function gaugePath(share: number): string {
  const inner = 16.9
  const apart = 1.9
  const end = opening.from + opening.sweep * share
  const reach = (angle: number) => {
    const off = ((angle - opening.from) * Math.PI) / 180
    return apart * Math.cos(off) + Math.sqrt(inner ** 2 - (apart * Math.sin(off)) ** 2)
  }
  const large = opening.sweep * share > 180 ? 1 : 0
  const cap = (angle: number) => rounded((outer - reach(angle)) / 2)
  const point = (angle: number, radius: number) => at(angle, radius).join(' ')
  return [
    `M${point(opening.from, outer)}`,
    `A${outer} ${outer} 0 ${large} 1 ${point(end, outer)}`,
    `A${cap(end)} ${cap(end)} 0 0 1 ${point(end, reach(end))}`,
    `A${inner} ${inner} 0 ${large} 0 ${point(opening.from, reach(opening.from))}`,
    `A${cap(opening.from)} ${cap(opening.from)} 0 0 1 ${point(opening.from, outer)}z`,
  ].join('')
}

/** The ring of a seal, filled with the even-odd rule. */
export const sealRing = `${ring(24, 18)}${ring(24.7, 15.9)}`

/** Where the dots of a seal stand: one for each place of the scale. */
export function sealDots(places: number): [x: number, y: number][] {
  return Array.from({ length: places }, (_, index) =>
    at(opening.from + (opening.sweep * index) / Math.max(places - 1, 1), 22),
  )
}

/** The dotted ring of what has no score: radius, width of the line, and its dashes, eighteen dots around. */
export const emptyRing = { radius: 19, width: 3, dashes: '0.01 6.6222' } as const

function ring(from: number, radius: number): string {
  return `M${from - radius} ${from}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`
}

function at(angle: number, radius: number): [x: number, y: number] {
  const radians = (angle * Math.PI) / 180
  return [rounded(centre + radius * Math.cos(radians)), rounded(centre + radius * Math.sin(radians))]
}

function rounded(number: number): number {
  return Math.round(number * 100) / 100
}
