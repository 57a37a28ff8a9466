'use client'
import { useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { readNoticesAction } from '../actions.ts'

export function ReadAll() {
  const [isBusy, act] = useTransition()
  return (
    <Button pending={isBusy && 'One moment…'} onPress={() => act(() => readNoticesAction(null))}>
      I have seen all
    </Button>
  )
}
