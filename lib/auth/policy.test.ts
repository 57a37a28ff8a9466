import { describe, expect, test } from 'vitest'
import { can, type Grant, type Owned, policy, type Role, roles, roleTitle, type Verb, verbs } from './policy.ts'

// The table is written out a second time, so that a change of it is made twice, on purpose.
const expected: Record<Verb, Record<Role, Grant>> = {
  'review.create': { owner: 'any', editor: 'any', critic: 'any', contributor: 'any' },
  'review.read': { owner: 'any', editor: 'any', critic: 'own', contributor: 'own' },
  'review.edit': { owner: 'any', editor: 'any', critic: 'own', contributor: 'draft' },
  'review.publish': { owner: 'any', editor: 'any', critic: 'own', contributor: 'no' },
  'review.plan': { owner: 'any', editor: 'any', critic: 'no', contributor: 'no' },
  'review.retract': { owner: 'any', editor: 'any', critic: 'no', contributor: 'no' },
  'embargo.set': { owner: 'any', editor: 'any', critic: 'own', contributor: 'no' },
  'embargo.lift': { owner: 'any', editor: 'any', critic: 'no', contributor: 'no' },
  'preview.share': { owner: 'any', editor: 'any', critic: 'own', contributor: 'no' },
  'work.create': { owner: 'any', editor: 'any', critic: 'any', contributor: 'any' },
  'work.edit': { owner: 'any', editor: 'any', critic: 'no', contributor: 'no' },
  'work.regroup': { owner: 'any', editor: 'any', critic: 'no', contributor: 'no' },
  'review.correct': { owner: 'any', editor: 'any', critic: 'own', contributor: 'no' },
  'note.write': { owner: 'any', editor: 'any', critic: 'own', contributor: 'own' },
  'list.edit': { owner: 'any', editor: 'any', critic: 'own', contributor: 'no' },
  'scale.edit': { owner: 'any', editor: 'any', critic: 'no', contributor: 'no' },
  'name.accept': { owner: 'any', editor: 'any', critic: 'any', contributor: 'no' },
  'media.upload': { owner: 'any', editor: 'any', critic: 'any', contributor: 'any' },
  'media.edit': { owner: 'any', editor: 'any', critic: 'own', contributor: 'draft' },
  'media.replace': { owner: 'any', editor: 'any', critic: 'own', contributor: 'draft' },
  'media.trash': { owner: 'any', editor: 'any', critic: 'own', contributor: 'own' },
  'review.trash': { owner: 'any', editor: 'any', critic: 'draft', contributor: 'draft' },
  'list.trash': { owner: 'any', editor: 'any', critic: 'own', contributor: 'no' },
  'work.trash': { owner: 'any', editor: 'any', critic: 'no', contributor: 'no' },
  'trash.purge': { owner: 'any', editor: 'any', critic: 'no', contributor: 'no' },
  'user.view': { owner: 'any', editor: 'any', critic: 'no', contributor: 'no' },
  'user.manage': { owner: 'any', editor: 'no', critic: 'no', contributor: 'no' },
  'audit.view': { owner: 'any', editor: 'any', critic: 'no', contributor: 'no' },
  'audit.export': { owner: 'any', editor: 'no', critic: 'no', contributor: 'no' },
  'job.view': { owner: 'any', editor: 'any', critic: 'no', contributor: 'no' },
  'job.manage': { owner: 'any', editor: 'no', critic: 'no', contributor: 'no' },
  'mail.view': { owner: 'any', editor: 'no', critic: 'no', contributor: 'no' },
  'setting.edit': { owner: 'any', editor: 'no', critic: 'no', contributor: 'no' },
  'delivery.make': { owner: 'any', editor: 'any', critic: 'no', contributor: 'no' },
  'ping.view': { owner: 'any', editor: 'any', critic: 'no', contributor: 'no' },
  'ping.retry': { owner: 'any', editor: 'any', critic: 'no', contributor: 'no' },
}

const me = 'user-me'
const myByline = 'critic-me'
const objects: [name: string, object: Owned | undefined, isOwn: boolean, isDraft: boolean][] = [
  ['their own draft', { createdById: me, criticIds: [], wasPublished: false }, true, true],
  ['their own published review', { createdById: me, criticIds: [], wasPublished: true }, true, false],
  ['a draft with their byline', { createdById: 'other', criticIds: ['x', myByline], wasPublished: false }, true, true],
  [
    'a published review with their byline',
    { createdById: 'other', criticIds: [myByline], wasPublished: true },
    true,
    false,
  ],
  ['somebody else’s draft', { createdById: 'other', criticIds: ['x'], wasPublished: false }, false, true],
  ['somebody else’s published review', { createdById: 'other', criticIds: ['x'], wasPublished: true }, false, false],
  ['a review that nobody began', { createdById: null, criticIds: [], wasPublished: true }, false, false],
  ['everything at once', undefined, false, false],
]

test('the policy is the one that was decided', () => {
  expect(policy).toEqual(expected)
  expect(Object.keys(policy)).toEqual([...verbs])
})

describe.each(roles)('%s', role => {
  describe.each(verbs)('%s', verb => {
    const grant = expected[verb][role]
    test.each(objects)('%s', (_name, object, isOwn, isDraft) => {
      const allowed = { any: true, own: isOwn, draft: isOwn && isDraft, no: false }[grant]
      expect(can({ id: me, role, criticId: myByline }, verb, object)).toBe(allowed)
    })
  })
})

test('somebody without a byline owns nothing by it, not even what has none', () => {
  const critic = { id: me, role: 'critic', criticId: null } as const
  expect(can(critic, 'review.read', { createdById: null, criticIds: [], wasPublished: false })).toBe(false)
})

test('a role has a name', () => {
  expect(roles.map(roleTitle)).toEqual(['Owner', 'Editor', 'Critic', 'Contributor'])
})
