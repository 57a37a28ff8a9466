/** The number in figures, with a real minus sign and without what floating point adds. */
export function figure(number: number): string {
  const rounded = Math.round(number * 100) / 100
  return rounded < 0 ? `\u2212${Math.abs(rounded)}` : String(Math.abs(rounded))
}
