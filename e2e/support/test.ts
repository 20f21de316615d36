import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type BrowserContext,
  test as base,
  type ConsoleMessage,
  expect,
  type Page,
  type Request,
  type WebError,
} from '@playwright/test'

/** What a test expects to go wrong on its pages, and may therefore go wrong. */
export type PageErrors = {
  /** From here on, errors whose text matches do not fail this test. */
  allow(pattern: RegExp): void
  /** Holds the pages of another context to the same, until it closes. */
  watch(context: BrowserContext): void
}

/**
 * Playwright's `test`, made strict: a test also fails when a page of any of its browser contexts
 * throws, logs an error, or asks anything of another machine.
 *
 * The tests of a worker share one browser profile, so that a page need not load and compile the app
 * anew for each: what it has stored is removed before every test, its cache is kept.
 */
export const test = base.extend<
  {
    pageErrors: PageErrors
    /** Opens a page in the browser of another person, who has never been here. */
    newVisitor: () => Promise<Page>
  },
  { profile: BrowserContext }
>({
  profile: [
    async ({ playwright, launchOptions }, use, { project }) => {
      const { baseURL, viewport, permissions, contextOptions } = project.use
      const folder = await mkdtemp(join(tmpdir(), 'facet-e2e-'))
      const profile = await playwright.chromium.launchPersistentContext(folder, {
        ...launchOptions,
        ...contextOptions,
        baseURL,
        viewport,
        permissions,
      })
      await use(profile)
      await profile.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
    { scope: 'worker' },
  ],

  context: async ({ profile, baseURL }, use) => {
    // The page that a profile opens with keeps the browser alive, and is there to clear up from.
    const [first] = profile.pages()
    const session = await profile.newCDPSession(first ?? (await profile.newPage()))
    const { origin } = new URL(baseURL ?? '')
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
    await session.detach()
    await use(profile)
    for (const page of profile.pages().slice(1)) await page.close()
  },

  page: async ({ context, colorScheme, viewport }, use) => {
    const page = await context.newPage()
    await page.emulateMedia({ colorScheme })
    if (viewport) await page.setViewportSize(viewport)
    await use(page)
  },

  pageErrors: [
    async ({ profile }, use) => {
      const allowed: RegExp[] = []
      const problems: string[] = []
      const watch = (context: BrowserContext) => watchContext(context, problems)
      const stop = watch(profile)
      await use({ allow: (pattern) => allowed.push(pattern), watch })
      stop()
      const unexpected = problems.filter((text) => !allowed.some((pattern) => pattern.test(text)))
      expect(unexpected, 'errors and outside requests on the pages of this test').toEqual([])
    },
    { auto: true },
  ],

  newVisitor: async ({ browser, viewport, pageErrors }, use) => {
    const contexts: BrowserContext[] = []
    await use(async () => {
      const context = await browser.newContext({ viewport })
      contexts.push(context)
      pageErrors.watch(context)
      return await context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})

export { expect }

/** Writes down what goes wrong on the pages of a context, until the returned function is called. */
function watchContext(context: BrowserContext, problems: string[]): () => void {
  const onError = (webError: WebError) => {
    const error = webError.error()
    problems.push(`uncaught: ${error.stack ?? error.message}`)
  }
  const onConsole = (message: ConsoleMessage) => {
    if (message.type() !== 'error') return
    problems.push(`console.error: ${message.text()} (${message.location().url})`)
  }
  const onRequest = (request: Request) => {
    if (!isLocal(request.url())) problems.push(`request: ${request.method()} ${request.url()}`)
  }
  const onPage = (page: Page) => {
    page.on('websocket', (socket) => {
      if (!isLocal(socket.url())) problems.push(`websocket: ${socket.url()}`)
    })
  }
  context.on('weberror', onError)
  context.on('console', onConsole)
  context.on('request', onRequest)
  context.on('page', onPage)
  return () => {
    context.off('weberror', onError)
    context.off('console', onConsole)
    context.off('request', onRequest)
    context.off('page', onPage)
  }
}

/** Whether a URL can be loaded without leaving the machine. */
function isLocal(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  if (!/^(https?|wss?):$/.test(protocol)) return true
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
