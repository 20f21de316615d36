import type { Page } from '@playwright/test'

const ROUNDS = 7

/** The time in ms from the next event of a kind until an element of the page holds a text. */
export async function timeUntil(
  page: Page,
  event: 'keydown' | 'mousemove',
  shown: { readonly selector: string; readonly text: string },
  act: () => Promise<void>,
): Promise<number> {
  await page.evaluate(
    ({ event, selector, text }) => {
      const measured = new Promise<number>((resolve) => {
        const start = () => {
          const began = performance.now()
          const look = () => {
            const elements = [...document.querySelectorAll<HTMLElement>(selector)]
            const isShown = elements.some((element) => {
              const isVisible = element.checkVisibility({ visibilityProperty: true })
              return isVisible && element.textContent?.replaceAll('\u00a0', ' ').includes(text)
            })
            if (isShown) resolve(performance.now() - began)
            else requestAnimationFrame(look)
          }
          look()
        }
        window.addEventListener(event, start, { capture: true, once: true })
      })
      Object.assign(window, { measured })
    },
    { event, ...shown },
  )
  await act()
  return page.evaluate(() => (window as unknown as { measured: Promise<number> }).measured)
}

/** Does a thing seven times, and prints the times that it gives. */
export async function measure(
  name: string,
  once: (round: number) => Promise<number>,
): Promise<void> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) times.push(await once(round))
  times.sort((a, b) => a - b)
  const [median, most] = [times[ROUNDS >> 1] ?? 0, times[ROUNDS - 1] ?? 0]
  console.log(`${name}: median ${median.toFixed(0)} ms, max ${most.toFixed(0)} ms`)
}
