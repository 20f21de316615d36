/** Undo and redo for a small text, which is kept whole each time. */

/** Changes that follow one another within this time, in ms, are one. */
const TOGETHER = 500

export class TextHistory {
  private undone: string[] = []
  private past: string[] = []
  private lastAt = Number.NEGATIVE_INFINITY

  constructor(private present: string) {}

  /** Notes what the text has become, at a time in ms. */
  record(text: string, now: number): void {
    if (text === this.present) return
    if (now - this.lastAt > TOGETHER) this.past.push(this.present)
    this.lastAt = now
    this.present = text
    this.undone = []
  }

  /** The text before the last change; `null` when there is none. */
  undo(): string | null {
    return this.move(this.past, this.undone)
  }

  redo(): string | null {
    return this.move(this.undone, this.past)
  }

  private move(from: string[], to: string[]): string | null {
    const text = from.pop()
    if (text === undefined) return null
    to.push(this.present)
    this.present = text
    this.lastAt = Number.NEGATIVE_INFINITY
    return text
  }
}
