'use server'
import { revalidatePath } from 'next/cache'
import { askFactorOf } from '#lib/auth/factor-rule.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { type FormState, invalid, textsOf } from '#lib/forms/form-state.ts'
import { type InviteRefusal, invitePerson, renewInvitation, revokeInvitation } from '#lib/users/commands-invitation.ts'
import {
  changeRole,
  disableAccount,
  enableAccount,
  handOverWork,
  type TeamRefusal,
  transferOwnership,
} from '#lib/users/commands-team.ts'
import {
  factorRolesSchema,
  handOverSchema,
  invitationIdSchema,
  inviteSchema,
  memberSchema,
  roleChangeSchema,
} from '#lib/users/team-schema.ts'

/** As a form's state, with the link where one was made: it is shown once. */
export type InviteState = FormState & { link?: string }

export async function inviteAction(_: InviteState, form: FormData): Promise<InviteState> {
  const editor = await requireEditor()
  const input = inviteSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const outcome = await invitePerson(editor, input.data)
  if (!outcome.ok) return refusedInvitation(outcome)
  revalidatePath('/desk/team')
  return invited(input.data.email, outcome)
}

export async function renewInvitationAction(_: InviteState, form: FormData): Promise<InviteState> {
  const editor = await requireEditor()
  const input = invitationIdSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const outcome = await renewInvitation(editor, input.data.id)
  revalidatePath('/desk/team')
  return outcome.ok ? invited(null, outcome) : refusedInvitation(outcome)
}

export async function revokeInvitationAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = invitationIdSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const outcome = await revokeInvitation(editor, input.data.id)
  revalidatePath('/desk/team')
  return outcome.ok
    ? { done: 'The invitation is taken back: its link does nothing any more.' }
    : refusedInvitation(outcome)
}

export async function changeRoleAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = roleChangeSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  return told(await changeRole(editor, input.data), 'The role is changed. They sign in again to go on.')
}

export async function disableAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = memberSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  return told(await disableAccount(editor, input.data), 'The account is closed. Every browser of theirs is signed out.')
}

export async function enableAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = memberSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  return told(await enableAccount(editor, input.data), 'The account is open again, with the password that it had.')
}

export async function handOverAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = handOverSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const outcome = await handOverWork(editor, input.data)
  if (!outcome.ok) return told(outcome, '')
  return told(outcome, `Handed over: ${counted(outcome.drafts, 'draft')} and ${counted(outcome.lists, 'list')}.`)
}

export async function transferAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = memberSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  return told(
    await transferOwnership(editor, input.data),
    'The publication has a new owner. Sign in again: you are an editor now.',
  )
}

export async function askFactorAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = factorRolesSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const outcome = await askFactorOf(editor, input.data)
  revalidatePath('/desk/team/roles')
  const { roles } = input.data
  return told(
    outcome,
    roles.length > 0 ? `A second factor is asked of: ${roles.join(', ')}.` : 'It is asked of nobody.',
  )
}

function invited(email: string | null, { link, isMailed }: { link: string; isMailed: boolean }): InviteState {
  const sent = email ? `The invitation is on its way to ${email}.` : 'A new link is on its way.'
  return {
    link,
    done: isMailed
      ? `${sent} You can also hand over the link yourself.`
      : 'Hand over this link yourself: no mail server is set.',
  }
}

function refusedInvitation(refusal: InviteRefusal): FormState {
  if (refusal.code === 'known') return { fields: { email: refusal.problem } }
  if (refusal.code === 'byline') return { fields: { criticId: refusal.problem } }
  if (refusal.code === 'wait') return { problem: refusal.problem }
  return { problem: refusals[refusal.code] }
}

function told(outcome: { ok: true } | TeamRefusal, done: string): FormState {
  revalidatePath('/desk/team')
  if (outcome.ok) return { done }
  return outcome.code === 'confirm'
    ? { fields: { confirmation: outcome.problem } }
    : { problem: refusals[outcome.code] }
}

const refusals: Record<Exclude<TeamRefusal['code'], 'confirm'>, string> = {
  'not-allowed': 'The owner does this. Nothing was changed.',
  'not-found': 'This is not there any more. Nothing was changed.',
  self: 'This is your own account. Somebody else has to do it.',
  owner: 'The owner stays the owner until the publication is handed over.',
  nothing: 'It is so already.',
}

function counted(count: number, word: string): string {
  return count === 1 ? `one ${word}` : `${count} ${word}s`
}
