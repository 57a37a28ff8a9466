import { type Clock, Moment } from '#components/desk/moment.tsx'
import list from '#components/desk/rows.module.css'
import { Badge } from '#components/ui/badge.tsx'
import { roleTitle } from '#lib/auth/policy.ts'
import type { Team } from '#lib/users/desk-queries-team.ts'
import type { TeamMember } from '#lib/users/team.ts'
import { MemberMenu } from './member-menu.tsx'
import styles from './team.module.css'

/** Everybody who can sign in. */
export function MemberRows({ team, clock, asksPassword }: { team: Team; clock: Clock; asksPassword: boolean }) {
  return (
    <ul className={list.rows}>
      {team.members.map(member => (
        <li key={member.id} className={styles.row} data-closed={member.isDisabled || undefined}>
          <div>
            <p className={styles.name}>
              {member.name}
              {member.isSelf && <span className={styles.you}> (you)</span>}{' '}
              <Badge tone={member.role === 'owner' ? 'good' : 'neutral'}>{roleTitle(member.role)}</Badge>{' '}
              {member.isDisabled && <Badge tone="bad">Closed</Badge>}
            </p>
            <p className={styles.facts}>
              {member.email}
              {member.byline && member.byline.name !== member.name && ` · writes as ${member.byline.name}`}
              {workText(member)}
            </p>
            <p className={styles.facts}>
              {member.lastSeenAt ? (
                <>
                  Last here <Moment iso={member.lastSeenAt} clock={clock} />
                </>
              ) : (
                'Has not signed in yet'
              )}
            </p>
          </div>
          {team.may.manage && (
            <MemberMenu
              member={member}
              others={team.members
                .filter(other => other.id !== member.id && !other.isDisabled)
                .map(({ id, name }) => ({ id, name }))}
              asksPassword={asksPassword}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

function workText({ drafts, lists }: TeamMember): string {
  const parts = [drafts > 0 && count(drafts, 'draft'), lists > 0 && count(lists, 'list')].filter(Boolean)
  return parts.length > 0 ? ` · ${parts.join(', ')}` : ''
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
