/**
 * As much of Monaco as the binding uses, for tests: one-line positions, models that hold a text,
 * an editor that shows one of them. Stricter than the real one where that finds mistakes.
 */

import type { ContentChange } from './model-edits'
import type { CodeEditor, CodeModel, Monaco } from './monaco'

interface Position {
  readonly lineNumber: number
  readonly column: number
}

interface Edit {
  readonly range: { readonly start: Position; readonly end: Position }
  readonly text: string
}

type Listener = (event: { changes: readonly ContentChange[] }) => void

export class FakeModel {
  isDisposed = false
  /** How often it was edited from outside. */
  edits = 0
  private readonly listeners: Listener[] = []

  constructor(
    private text: string,
    readonly uri: { readonly path: string; readonly authority?: string },
  ) {}

  setEOL(): void {}
  detectIndentation(): void {}
  updateOptions(): void {}

  getValue(): string {
    return this.text
  }

  getValueLength(): number {
    return this.text.length
  }

  getPositionAt(offset: number): Position {
    return { lineNumber: 1, column: offset + 1 }
  }

  getOffsetAt({ column }: Position): number {
    return column - 1
  }

  onDidChangeContent(listener: Listener): void {
    this.listeners.push(listener)
  }

  applyEdits(edits: readonly Edit[]): void {
    this.edits++
    this.change(
      edits.map(({ range, text }) => ({
        rangeOffset: range.start.column - 1,
        rangeLength: range.end.column - range.start.column,
        text,
      })),
    )
  }

  /** Changes the text as a person at the keyboard would. Edits are of the text as it is. */
  change(edits: readonly ContentChange[]): void {
    if (this.isDisposed) throw new Error('The model was disposed of')
    const lastFirst = [...edits].sort((a, b) => b.rangeOffset - a.rangeOffset)
    for (const { rangeOffset, rangeLength, text } of lastFirst) {
      this.forbidHalves(rangeOffset)
      this.forbidHalves(rangeOffset + rangeLength)
      this.text =
        this.text.slice(0, rangeOffset) + text + this.text.slice(rangeOffset + rangeLength)
    }
    for (const listener of this.listeners) listener({ changes: lastFirst })
  }

  dispose(): void {
    this.isDisposed = true
  }

  /** The real one moves such an edit by itself. */
  private forbidHalves(offset: number): void {
    const around = this.text.slice(Math.max(0, offset - 1), offset + 1)
    if (/^[\ud800-\udbff][\udc00-\udfff]$/.test(around)) {
      throw new Error(`An edit at ${offset} splits a character`)
    }
  }
}

export class FakeEditor {
  model: FakeModel | null = null
  isFocused = false
  position: Position | null = null

  /** Told of every change of the model, as those who listen to the real one are. */
  onModel: (model: FakeModel | null) => void = () => {}

  setModel(model: FakeModel | null): void {
    this.model = model
    this.onModel(model)
  }

  saveViewState(): { path: string | undefined } {
    return { path: this.model?.uri.path }
  }

  restored: unknown = null
  restoreViewState(state: unknown): void {
    this.restored = state
  }

  focus(): void {}

  hasTextFocus(): boolean {
    return this.isFocused
  }

  setPosition(position: Position): void {
    this.position = position
  }

  revealPositionInCenterIfOutsideViewport(): void {}
}

/** By address, as the real one knows them, which has no two of one address. */
const models = new Map<string, FakeModel>()

class FakeEmitter {
  private listeners: (() => void)[] = []

  readonly event = (listener: () => void) => this.listeners.push(listener)

  fire(): void {
    for (const listener of this.listeners) listener()
  }

  dispose(): void {
    this.listeners = []
  }
}

const fakeMonaco = {
  Emitter: FakeEmitter,
  Uri: {
    from: ({ authority, path }: { authority: string; path: string }) => {
      return { authority, path, toString: () => `facet://${authority}${path}` }
    },
  },
  Range: { fromPositions: (start: Position, end: Position) => ({ start, end }) },
  editor: {
    EndOfLineSequence: { LF: 0 },
    EndOfLinePreference: { LF: 1 },
    createModel: (text: string, _language: string, uri: FakeModel['uri']) => {
      const address = `${uri.authority}${uri.path}`
      if (models.get(address)?.isDisposed === false) {
        throw new Error(`There is a model of ${address} already`)
      }
      const model = new FakeModel(text, uri)
      models.set(address, model)
      return model
    },
  },
}

/** The fakes under the names of what they stand for. */
export function createFakeMonaco(): {
  monaco: Monaco
  editor: CodeEditor
  fakeEditor: FakeEditor
} {
  const fakeEditor = new FakeEditor()
  return {
    monaco: fakeMonaco as unknown as Monaco,
    editor: fakeEditor as unknown as CodeEditor,
    fakeEditor,
  }
}

export function asFake(model: CodeModel | undefined): FakeModel {
  return model as unknown as FakeModel
}
