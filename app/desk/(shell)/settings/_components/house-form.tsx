'use client'
import type { ReactNode } from 'react'
import { Button, SubmitButton } from '#components/ui/button.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import type { FormState } from '#lib/forms/form-state.ts'
import { HousePreview } from './house-preview.tsx'
import styles from './settings.module.css'
import type { House } from './use-house.ts'

interface HouseFormProps<Value> {
  house: House<Value>
  /** Readers' pages beside the form, with what was typed. */
  hasPreview?: boolean
  children: ReactNode
}

/** The form of a page of the settings, with the way back to what is stored. */
export function HouseForm<Value extends object>({ house, hasPreview = false, children }: HouseFormProps<Value>) {
  const { page, value, stored, answer, action, isChanged, discard } = house
  return (
    <div className={hasPreview ? styles.withPreview : styles.alone}>
      <Form action={action} answer={answer}>
        <input type="hidden" name="page" value={page} />
        <input type="hidden" name="value" value={JSON.stringify(value)} />
        <input type="hidden" name="seen" value={JSON.stringify(stored)} />
        {children}
        {/* What is typed on after a save is not saved. */}
        <FormAnswer answer={isChanged ? withoutDone(answer) : answer}>
          <SubmitButton>Save</SubmitButton>
          {isChanged && (
            <Button variant="quiet" onPress={discard}>
              Discard changes
            </Button>
          )}
        </FormAnswer>
      </Form>
      {hasPreview && <HousePreview value={value} />}
    </div>
  )
}

function withoutDone({ done: _, ...answer }: FormState): FormState {
  return answer
}
