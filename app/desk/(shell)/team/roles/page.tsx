import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHead } from '#components/desk/page-head.tsx'
import { needsPassword } from '#lib/auth/confirmation.ts'
import { rolesWithFactor } from '#lib/auth/factor-rule.ts'
import { can, policy, roles, roleTitle, verbs } from '#lib/auth/policy.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { grantWords, roleSentences, verbWords } from '#lib/users/team.ts'
import styles from '../_components/team.module.css'
import { FactorRoles } from './_components/factor-roles.tsx'

export const metadata: Metadata = { title: 'Roles' }

/** The whole policy, as the desk asks it. Everybody may know what they may. */
export default async function RolesPage() {
  const editor = await requireEditor()
  const order = Object.keys(verbWords)
  const [asked, asksPassword] = await Promise.all([rolesWithFactor(), needsPassword(editor)])
  return (
    <>
      <PageHead
        title="What each role may do"
        actions={can(editor, 'user.manage') && <FactorRoles id={editor.id} asked={asked} asksPassword={asksPassword} />}
      >
        You are {editor.role === 'owner' ? 'the owner' : `${editor.role === 'editor' ? 'an' : 'a'} ${editor.role}`}.
        “Their own” is what somebody began or has the byline of. <Link href="/desk/team">Team</Link>
      </PageHead>
      <p>
        {asked.length > 0
          ? `A second factor is asked of: ${asked.map(role => `${roleTitle(role).toLowerCase()}s`).join(', ')}.`
          : 'A second factor is asked of nobody.'}
      </p>
      <dl className={styles.roles}>
        {roles.map(role => (
          <div key={role}>
            <dt>{roleTitle(role)}</dt>
            <dd>{roleSentences[role]}</dd>
          </div>
        ))}
      </dl>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1) */}
      <section className={styles.scroll} aria-label="The policy" tabIndex={0}>
        <table className={styles.policy}>
          <thead>
            <tr>
              <th scope="col">May</th>
              {roles.map(role => (
                <th key={role} scope="col" aria-current={role === editor.role || undefined}>
                  {roleTitle(role)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {verbs
              .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
              .map(verb => (
                <tr key={verb}>
                  <th scope="row">{verbWords[verb]}</th>
                  {roles.map(role => (
                    <td key={role} data-grant={policy[verb][role]}>
                      {grantWords[policy[verb][role]]}
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
