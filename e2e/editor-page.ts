import { expect, type Page } from '@playwright/test'

export interface Draft {
  headline: string
  text: string
  verdict: string
  /** As it is typed: "4.5". */
  score: string
  work: { title: string; released: string; credits: string }
}

/** The editor of the desk, as a person uses it. */
export class EditorPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Writes a review of a new work from nothing, and waits until it is saved. */
  async write({ headline, text, verdict, score, work }: Draft): Promise<void> {
    const { page } = this
    await page.goto('/desk')
    await page.getByRole('button', { name: 'New review' }).click()
    await page.waitForURL(/\/desk\/reviews\/[0-9a-f-]{36}/)
    await this.setHeadline(headline)
    await page.getByLabel('Text of the review').click()
    await page.keyboard.type(text)
    await page.getByLabel('Verdict', { exact: true }).fill(verdict)
    await page.getByLabel('Section', { exact: true }).selectOption({ label: 'Film' })
    await page.getByLabel('Score in figures').fill(score)
    await page.getByLabel('Score in figures').press('Enter')
    await this.makeWork(work)
    await this.saved()
  }

  async makeWork({ title, released, credits }: Draft['work']): Promise<void> {
    const { page } = this
    await page.getByRole('combobox', { name: 'Work', exact: true }).fill(title)
    await page.getByRole('option', { name: `Add “${title}”` }).click()
    const dialog = page.getByRole('dialog', { name: 'A new work' })
    await dialog.getByLabel('Came out').fill(released)
    await dialog.getByLabel('Who made it, one to a line').fill(credits)
    await dialog.getByRole('button', { name: 'Make the work' }).click()
    await expect(dialog).toBeHidden()
  }

  async setHeadline(headline: string): Promise<void> {
    await this.page.getByLabel('Headline', { exact: true }).fill(headline)
  }

  /** Waits until nothing is left to save. */
  async saved(): Promise<void> {
    // The status says “Saving…” as soon as something was typed, so what it says after a rest is the truth.
    await this.page.keyboard.press('ControlOrMeta+s')
    await expect(this.page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible({ timeout: 10_000 })
  }

  /** Publishes, and returns the path of the review. */
  async publish(): Promise<string> {
    const { page } = this
    await page.getByRole('button', { name: /^Publish/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: /^Publish/ }).click()
    await expect(dialog.getByText('It is live')).toBeVisible()
    const href = await dialog.getByRole('link', { name: 'See it' }).getAttribute('href')
    await dialog.getByRole('button', { name: 'Go on writing' }).click()
    return new URL(href ?? '', page.url()).pathname
  }

  async retract(): Promise<void> {
    const { page } = this
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: /retract/i }).click()
    await page
      .getByRole('dialog')
      .or(page.getByRole('alertdialog'))
      .getByRole('button', { name: /^retract/i })
      .click()
    await expect(page.getByRole('banner').first()).toContainText('Retracted')
  }
}
