import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHead } from '#components/desk/page-head.tsx'
import { can } from '#lib/auth/policy.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { getWorkflow } from '#lib/workflow/desk-queries-steps.ts'
import { StepsForm } from './_components/steps-form.tsx'
import { changeStepsAction } from './actions.ts'

export const metadata: Metadata = { title: 'Workflow' }

/** The steps that a review takes here. For whoever may change the settings. */
export default async function WorkflowPage() {
  const editor = await requireEditor()
  if (!can(editor, 'setting.edit')) notFound()
  const { steps, seen } = await getWorkflow(editor)
  return (
    <>
      <PageHead title="Workflow">
        The steps from an idea to readers. Being scheduled and being live are no steps: they follow from what is so.
      </PageHead>
      <StepsForm key={seen} steps={steps} seen={seen} action={changeStepsAction} />
    </>
  )
}
