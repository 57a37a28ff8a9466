'use client'
import { useActionState, useState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import { Select } from '#components/ui/select.tsx'
import { isNoticeKind, type NoticeKind, noticeKinds, type Timing, timingName, timings } from '#lib/notices/notices.ts'
import { chooseNoticesAction } from '../../notices/actions.ts'

const options = timings.map(timing => ({ value: timing, label: timingName(timing) }))

/** Everything stands at the desk under “For you”; this is about mail. */
export function NoticeChoices({ choices }: { choices: Record<NoticeKind, Timing> }) {
  const [answer, action] = useActionState(chooseNoticesAction, {})
  const [chosen, setChosen] = useState(choices)
  return (
    <Form action={action} answer={answer}>
      <p>Everything stands at the desk, under “For you”. The mail of the day comes at eight, on your clocks.</p>
      {Object.entries(noticeKinds).map(([kind, { name }]) =>
        isNoticeKind(kind) ? (
          <Select
            key={kind}
            name={kind}
            label={name}
            options={options}
            value={chosen[kind]}
            onChange={event => {
              const timing = timings.find(each => each === event.target.value)
              if (timing) setChosen(before => ({ ...before, [kind]: timing }))
            }}
          />
        ) : null,
      )}
      <FormAnswer answer={answer}>
        <SubmitButton variant="plain">Save</SubmitButton>
      </FormAnswer>
    </Form>
  )
}
