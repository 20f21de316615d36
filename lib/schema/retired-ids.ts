/**
 * The ids of what disappeared, so that it comes back as itself when its deletion is undone or it
 * is pasted elsewhere.
 */

/**
 * By name: of blocks, and of members as `blockId name`. Of several with one name the last to go
 * is the first to come back, as undo brings them.
 */
export type Retired = ReadonlyMap<string, readonly string[]>

const NONE: Retired = new Map()

/** Retired ids while a graph is derived; the map it starts from is left as it is. */
export class RetiredIds {
  private ids: Retired
  private copy: Map<string, readonly string[]> | null = null

  constructor(ids: Retired = NONE) {
    this.ids = ids
  }

  get result(): Retired {
    return this.ids
  }

  /** Of things that go at once and have one name, retire the first last, so it is recalled first. */
  retire(key: string, id: string): void {
    this.own().set(key, [...(this.ids.get(key) ?? []), id])
  }

  recall(key: string): string | null {
    const ids = this.ids.get(key)
    const id = ids?.[ids.length - 1]
    if (ids === undefined || id === undefined) return null
    if (ids.length === 1) this.own().delete(key)
    else this.own().set(key, ids.slice(0, -1))
    return id
  }

  retireMember(blockId: string, name: string, id: string): void {
    this.retire(`${blockId} ${name}`, id)
  }

  recallMember(blockId: string, name: string): string | null {
    // A schema that is opened has thousands of members, and nothing to recall.
    return this.ids.size === 0 ? null : this.recall(`${blockId} ${name}`)
  }

  /** Most edits retire nothing, so the map is shared until one does. */
  private own(): Map<string, readonly string[]> {
    if (this.copy === null) {
      this.copy = new Map(this.ids)
      this.ids = this.copy
    }
    return this.copy
  }
}
