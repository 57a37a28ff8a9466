import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHead } from '#components/desk/page-head.tsx'
import { StateLinks } from '#components/desk/state-links.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { getSettings } from '#lib/settings/published.ts'
import { calendarPath, calendarSpans, daysOf, readCalendarPage, turned } from '#lib/workflow/calendar.ts'
import { getPlanChoices } from '#lib/workflow/desk-queries.ts'
import { getCalendar } from '#lib/workflow/desk-queries-calendar.ts'
import { dayText } from '#lib/workflow/workflow.ts'
import styles from './_components/calendar.module.css'
import { CalendarGrid } from './_components/calendar-grid.tsx'

export const metadata: Metadata = { title: 'Calendar' }

/** What is due and what went out, by the publication's days. */
export default async function CalendarPage({ searchParams }: PageProps<'/desk/calendar'>) {
  const editor = await requireEditor()
  const [{ mayPlan, today }, { language, timeZone }, query] = await Promise.all([
    getPlanChoices(editor),
    getSettings(),
    searchParams,
  ])
  const here = readCalendarPage(query, today)
  // A month is read at a glance; its weeks show all.
  const days = await getCalendar(editor, daysOf(here), here.span === 'month' ? { aDay: 3 } : {})
  const first = days[0]?.day ?? here.day
  const title =
    here.span === 'month'
      ? dayText(here.day, { month: 'long', year: 'numeric' }, language)
      : `Week of ${dayText(first, { day: 'numeric', month: 'long', year: 'numeric' }, language)}`
  return (
    <>
      <PageHead title={`Calendar: ${title}`}>Days are those of the publication ({timeZone}).</PageHead>
      <div className={styles.bar}>
        <nav aria-label="Turn the calendar" className={styles.turn}>
          <Link href={calendarPath(turned(here, -1))}>← Before</Link>
          <Link href={calendarPath({ ...here, day: today })}>Today</Link>
          <Link href={calendarPath(turned(here, 1))}>After →</Link>
        </nav>
        <StateLinks
          label="Span"
          links={calendarSpans.map(span => ({
            name: span === 'month' ? 'Month' : 'Week',
            href: calendarPath({ ...here, span }),
            isHere: span === here.span,
          }))}
        />
      </div>
      <CalendarGrid
        key={calendarPath(here)}
        days={days}
        month={here.span === 'month' ? here.day.slice(0, 7) : null}
        {...{ today, language, mayPlan }}
      />
    </>
  )
}
