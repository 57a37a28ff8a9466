'use client'
import { useActionState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import { changeIndexNowAction } from '../telling-actions.ts'
import styles from './telling.module.css'

/** Turns notices to search engines on; and when they are, renews the key or turns them off. */
export function IndexNowForm({ indexNowKey }: { indexNowKey: string }) {
  const [answer, action] = useActionState(changeIndexNowAction, {})
  return (
    <Form action={action} answer={answer}>
      <input type="hidden" name="seen" value={indexNowKey} />
      <FormAnswer answer={answer}>
        <div className={styles.buttons}>
          {indexNowKey === '' ? (
            <SubmitButton variant="plain" name="verb" value="on" pending="Turning on…">
              Turn on
            </SubmitButton>
          ) : (
            <>
              <SubmitButton variant="plain" name="verb" value="renew" pending="Making it…">
                Make a new key
              </SubmitButton>
              <SubmitButton variant="quiet" name="verb" value="off" pending="Turning off…">
                Turn off
              </SubmitButton>
            </>
          )}
        </div>
      </FormAnswer>
    </Form>
  )
}
