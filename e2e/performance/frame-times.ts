import type { Page } from '@playwright/test'

/** Runs something in the page while recording the time of each frame, in ms. */
export async function frameTimes(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = []
    let last = performance.now()
    const recorder = { times, isRunning: true }
    Object.assign(window, { recorder })
    const tick = (now: number) => {
      times.push(now - last)
      last = now
      if (recorder.isRunning) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
  await act()
  return page.evaluate(() => {
    const { recorder } = window as unknown as { recorder: { times: number[]; isRunning: boolean } }
    recorder.isRunning = false
    return recorder.times.slice(2)
  })
}

/** For people: the time between frames, in ms. */
export function percentiles(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0)
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms (${sorted.length} frames)`
}
