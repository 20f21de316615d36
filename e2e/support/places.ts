import { expect, type Locator } from '@playwright/test'

export type Point = { x: number; y: number }
export type Box = Point & { width: number; height: number }

/**
 * Where something is in the window, in CSS pixels, once it is shown and has stood still. What a
 * locator names may be drawn anew at any moment, as the lines of the editor are, and then has no
 * place for as long.
 */
export async function boxOf(target: Locator): Promise<Box> {
  let last: Box | null = null
  const standsStill = async () => {
    const box = await target.boundingBox()
    const stands = box !== null && last !== null && isSame(box, last)
    last = box
    return stands
  }
  const polling = { message: `${target} stands still`, intervals: [16, 16, 32, 64, 100] }
  await expect.poll(standsStill, polling).toBe(true)
  // The assignment happens in the function, where the type does not follow it.
  return last as unknown as Box
}

/** The middle of something, as {@link boxOf} says where it is. */
export async function middleOf(target: Locator): Promise<Point> {
  const { x, y, width, height } = await boxOf(target)
  return { x: x + width / 2, y: y + height / 2 }
}

/** Equals places that differ by less than half a pixel: what is moved and zoomed is not exact. */
export function near(places: readonly Point[]) {
  return places.map(({ x, y }) => ({ x: expect.closeTo(x, 0), y: expect.closeTo(y, 0) }))
}

function isSame(one: Box, other: Box): boolean {
  return (
    one.x === other.x &&
    one.y === other.y &&
    one.width === other.width &&
    one.height === other.height
  )
}
