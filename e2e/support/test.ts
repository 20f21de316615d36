import { type BrowserContext, test as base, expect } from '@playwright/test'

/** What a test expects to go wrong on its pages, and may therefore go wrong. */
export type PageErrors = {
  /** From here on, errors whose text matches do not fail this test. */
  allow(pattern: RegExp): void
}

/**
 * Playwright's `test`, made strict: a test also fails when a page of any of its browser contexts
 * throws, logs an error, or asks anything of another machine.
 */
export const test = base.extend<{ pageErrors: PageErrors }>({
  pageErrors: [
    async ({ browser }, use) => {
      const allowed: RegExp[] = []
      const problems: string[] = []
      const watch = (context: BrowserContext) => watchContext(context, problems)
      // A test may open contexts of its own, for another person's browser.
      browser.on('context', watch)
      for (const context of browser.contexts()) watch(context)

      await use({ allow: (pattern) => allowed.push(pattern) })

      browser.off('context', watch)
      const unexpected = problems.filter((text) => !allowed.some((pattern) => pattern.test(text)))
      expect(unexpected, 'errors and outside requests on the pages of this test').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

function watchContext(context: BrowserContext, problems: string[]): void {
  context.on('weberror', (webError) => {
    const error = webError.error()
    problems.push(`uncaught: ${error.stack ?? error.message}`)
  })
  context.on('console', (message) => {
    if (message.type() !== 'error') return
    problems.push(`console.error: ${message.text()} (${message.location().url})`)
  })
  context.on('request', (request) => {
    if (!isLocal(request.url())) problems.push(`request: ${request.method()} ${request.url()}`)
  })
  context.on('page', (page) => {
    page.on('websocket', (socket) => {
      if (!isLocal(socket.url())) problems.push(`websocket: ${socket.url()}`)
    })
  })
}

/** Whether a URL can be loaded without leaving the machine. */
function isLocal(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  if (!/^(https?|wss?):$/.test(protocol)) return true
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
