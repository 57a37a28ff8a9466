import { countFigure, figure } from './figure.ts'
import type { Rating, RatingScale, RatingUnit } from './scale.ts'
import { withArticle } from './unit-words.ts'

export { countFigure, figure }

// Words are English; figures are as `language` writes them, which is the publication's for readers and English where it is left out.

/** "Five OS's out of five", "8.4 out of 10", "B+". What a reader sees beside the drawn rating, and what search engines are told. */
export function ratingSentence(rating: Rating, language?: string): string {
  const { amount, rest } = ratingSentenceParts(rating, language)
  return rest === '' ? amount : `${amount} ${rest}`
}

/** The sentence in the two parts that a big numeral needs: "8.4" and "out of 10". `rest` is empty for letters and verdicts. */
export function ratingSentenceParts(rating: Rating, language?: string): { amount: string; rest: string } {
  if (rating.scale.kind !== 'numeric') return { amount: labelOf(rating), rest: '' }
  const { amount, rest } = numericParts(rating, language)
  return { amount: amount.charAt(0).toUpperCase() + amount.slice(1), rest }
}

/** For screen readers and for wherever the rating stands without its context. Signs are spelled: "Rating: B plus, on a scale from F to A plus". */
export function ratingLabel(rating: Rating, language?: string): string {
  const { scale } = rating
  if (scale.kind !== 'numeric') return `Rating: ${spokenLabel(labelOf(rating))}${spokenRange(scale)}`
  const { amount, rest } = numericParts(rating, language)
  const spoken = `Rating: ${amount} ${rest}`.replace(/\u2212/g, 'minus ')
  const inFigures = rating.unit !== null && isSpelled(scale) && scale.min >= 0
  return inFigures ? `${spoken} (${figure(rating.value, language)} of ${figure(scale.max, language)})` : spoken
}

/** The shortest form that still says out of what: "5/5", "8.4/10", "B+". A scale that goes below zero gives the bare number. */
export function shortRating(rating: Rating, language?: string): string {
  if (rating.scale.kind !== 'numeric') return labelOf(rating)
  const value = figure(rating.value, language)
  return rating.scale.min < 0 ? value : `${value}/${figure(rating.scale.max, language)}`
}

function numericParts({ scale, unit, value }: Rating, language?: string): { amount: string; rest: string } {
  const inWords = unit !== null && isSpelled(scale)
  const say = inWords ? spelled : (number: number) => figure(number, language)
  // "Out of" says nothing where a score can be below nothing.
  const span = scale.min < 0 ? `on a scale from ${say(scale.min)} to ${say(scale.max)}` : `out of ${say(scale.max)}`
  if (unit === null) return { amount: say(value), rest: span }
  if (inWords && Math.abs(value) === 0.5) {
    return { amount: value < 0 ? 'minus half' : 'half', rest: `${withArticle(unit.singular)} ${span}` }
  }
  return { amount: say(value), rest: `${counted(unit, value)} ${span}` }
}

function counted(unit: RatingUnit, value: number): string {
  return Math.abs(value) === 1 ? unit.singular : unit.plural
}

const words =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )

/** Numbers are spelled only where every value of the scale can be, so that "seven" never stands beside "out of 100". */
function isSpelled(scale: RatingScale): boolean {
  const ends = [scale.min, scale.max]
  return [...ends, scale.step].every(number => Number.isInteger(number * 2)) && ends.every(end => Math.abs(end) <= 20)
}

function spelled(number: number): string {
  const size = Math.abs(number)
  const whole = words[Math.floor(size)] ?? figure(size)
  const positive = Number.isInteger(size) ? whole : size === 0.5 ? 'a half' : `${whole} and a half`
  return number < 0 ? `minus ${positive}` : positive
}

function labelOf({ scale, value }: Rating): string {
  const label = scale.labels[value]
  if (label === undefined) throw new RangeError(`The scale ${scale.key} has no label at ${value}`)
  return label
}

function spokenRange({ labels }: RatingScale): string {
  const [worst, best] = [labels.at(0), labels.at(-1)]
  // Of two verdicts, each is told apart by its own words.
  if (labels.length < 3 || worst === undefined || best === undefined) return ''
  return `, on a scale from ${spokenLabel(worst)} to ${spokenLabel(best)}`
}

const spokenSigns: Record<string, string> = {
  '+': ' plus',
  '-': ' minus',
  '\u2212': ' minus',
  '\u2013': ' minus',
  '*': ' star',
}

/** Screen readers drop the signs of a grade: B+ is read as B. */
function spokenLabel(label: string): string {
  return /^\p{L}{1,2}[+\-\u2212\u2013*]+$/u.test(label)
    ? label.replace(/[+\-\u2212\u2013*]/g, sign => spokenSigns[sign] ?? '')
    : label
}
