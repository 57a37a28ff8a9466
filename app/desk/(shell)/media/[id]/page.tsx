import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { pictureName } from '#components/desk/media/picture-words.ts'
import { PageHead } from '#components/desk/page-head.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { getPictureDetail } from '#lib/media/desk-queries-library.ts'
import { clockOf } from '#lib/users/clock.ts'
import { cropPictureAction, describePictureAction, focusPictureAction, retryPictureAction } from '../actions.ts'
import { Alike } from './_components/alike.tsx'
import { Facts } from './_components/facts.tsx'
import styles from './_components/picture.module.css'
import { PictureDesk } from './_components/picture-desk.tsx'
import { Uses } from './_components/uses.tsx'

export const metadata: Metadata = { title: 'Picture' }

const actions = {
  ...{ describe: describePictureAction, focus: focusPictureAction },
  ...{ crop: cropPictureAction, retry: retryPictureAction },
}

/** A picture with all that is known of it: how it is cut, what is said of it, where it stands. What is changed here changes everywhere. */
export default async function PicturePage({ params }: PageProps<'/desk/media/[id]'>) {
  const editor = await requireEditor()
  const { id } = await params
  const [detail, clock] = await Promise.all([getPictureDetail(editor, id), clockOf(editor)])
  if (!detail) notFound()
  const { picture, uses, alike } = detail
  return (
    <>
      <PageHead title={pictureName(picture)} actions={<Link href="/desk/media">All pictures</Link>}>
        {picture.width} × {picture.height} pixels. What is changed here changes wherever it stands.
      </PageHead>
      <PictureDesk key={id} detail={detail} actions={actions}>
        <Facts picture={picture} clock={clock} />
        <Uses uses={uses} />
      </PictureDesk>
      {alike.length > 0 && <Alike picture={picture} alike={alike} className={styles.part} />}
    </>
  )
}
