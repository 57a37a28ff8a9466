import type { Metadata } from 'next'
import { textPages } from '#lib/settings/texts.ts'
import { TextPageBody, textPageMetadata } from '../_components/text-page.tsx'

const page = textPages[2]

export function generateMetadata(): Promise<Metadata> {
  return textPageMetadata(page)
}

// Its address is there while there is a text: proxy.ts lets nobody in before.
export default function HouseTextPage() {
  return <TextPageBody page={page} />
}
