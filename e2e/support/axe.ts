import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * The serious and critical violations of WCAG 2.2 AA on a page, one readable text for each; an
 * empty list is a pass: `expect(await axe(page)).toEqual([])`.
 * @param within a CSS selector, to look only at a part of the page
 */
export async function axe(page: Page, within?: string): Promise<string[]> {
  const builder = new AxeBuilder({ page })
    // What passes is not written down, and no second page is opened for frames: there are none.
    .options({ resultTypes: ['violations'] })
    .withTags(WCAG_2_2_AA)
    .setLegacyMode()
  if (within) builder.include(within)
  const { violations } = await builder.analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, help, nodes }) => {
      const places = nodes.map(
        ({ target, failureSummary = '' }) =>
          `  ${target.join(' ')}\n    ${failureSummary.replace(/\s*\n\s*/g, '\n    ')}`,
      )
      return [`${id} (${impact}): ${help}`, ...places].join('\n')
    })
}
