/** "One review", "31 reviews" */
export function reviewsText(count: number): string {
  return count === 1 ? 'One review' : `${count} reviews`
}
