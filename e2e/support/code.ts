import type { Locator, Page } from '@playwright/test'
import { Facet } from './facet'
import { expect } from './test'

/** The code side, by roles and names. */
export class Code {
  readonly editor: Locator
  readonly sql: Locator
  readonly provider: Locator

  constructor(readonly page: Page) {
    this.editor = page.getByRole('textbox', { name: 'Schema editor' })
    this.sql = page.getByRole('region', { name: 'SQL preview' })
    this.provider = page.getByRole('combobox', { name: 'Provider' })
  }

  /** A line of the editor that is in view. */
  line(text: string): Locator {
    return this.page.locator('.view-line').filter({ hasText: text })
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name, exact: true })
  }

  /** Puts the cursor at the end of the first line with this text. */
  async goToEndOf(text: string): Promise<void> {
    await this.line(text).first().click()
    await this.page.keyboard.press('End')
  }
}

/** Opens a design of these texts, and waits until its editor is there. */
export async function openCode(
  page: Page,
  ...texts: string[]
): Promise<{ facet: Facet; code: Code }> {
  const facet = new Facet(page)
  await facet.start()
  const names = texts.length === 1 ? ['library.prisma'] : texts.map((_, at) => `part${at}.prisma`)
  await facet.openFiles(...texts.map((text, at) => ({ name: names[at] ?? '', text })))
  const code = new Code(page)
  const lastLine = texts[0]?.split('\n').find((line) => line.startsWith('model')) ?? ''
  await expect(code.line(lastLine).first()).toBeVisible()
  await expect(code.editor).toBeAttached()
  return { facet, code }
}

/** A colour of the design, by its custom property, as the page shows it now. */
export function designColor(page: Page, variable: `--${string}`): Promise<string> {
  return page.evaluate((name) => {
    const probe = document.body.appendChild(document.createElement('i'))
    probe.style.color = `var(${name})`
    const { color } = getComputedStyle(probe)
    probe.remove()
    return color
  }, variable)
}
