/** What an editor is offered to insert at the caret. */

import type { CaretWord } from '../caret'
import { type Fact, factText } from '../facts/fact'

export type CompletionKind =
  | 'keyword'
  | 'snippet'
  | 'scalar'
  | 'model'
  | 'view'
  | 'type'
  | 'enum'
  | 'value'
  | 'field'
  | 'attribute'
  | 'argument'
  | 'function'
  | 'nativeType'
  | 'setting'
  | 'constant'
  | 'text'

export interface CompletionItem {
  readonly label: string
  readonly kind: CompletionKind
  /** Where `isSnippet`, with tab stops: `$1`, `${2:name}`, and `$0` for the end. */
  readonly insertText: string
  readonly isSnippet: boolean
  /** What it replaces, in the file. The caret is within. */
  readonly from: number
  readonly to: number
  /** A few words beside the label; may be empty. */
  readonly detail: string
  /** Markdown; may be empty. */
  readonly documentation: string
  /** Items are shown in the alphabetical order of this. */
  readonly sortText: string
  /** What of it the typed word is compared with. */
  readonly filterText: string
  /** Whether there is more to suggest where it leaves the caret. */
  readonly asksAgain: boolean
}

interface ItemText {
  readonly label: string
  readonly kind: CompletionKind
  /** The label when absent. */
  readonly insert?: string
  readonly snippet?: string
  readonly detail?: string
  readonly fact?: Fact | null
  readonly documentation?: string
  readonly filter?: string
  readonly asksAgain?: boolean
  /** Smaller comes first; 5 when absent. Of one rank, items stay in the order they came in. */
  readonly rank?: number
}

/** Collects items that all replace one word; of two with one label, the first stays. */
export class CompletionItems {
  private readonly byLabel = new Map<string, CompletionItem>()

  /** What is inserted keeps its distance from what stands before and behind it, by these spaces. */
  constructor(
    private readonly word: CaretWord,
    private readonly before = '',
    private readonly behind = '',
  ) {}

  add(item: ItemText): void {
    const { label, kind, insert = label, snippet, detail = '', fact, filter = label } = item
    if (this.byLabel.has(label)) return
    const { from, to } = this.word
    const place = String(this.byLabel.size).padStart(4, '0')
    this.byLabel.set(label, {
      label,
      kind,
      insertText: this.before + (snippet ?? insert) + this.behind,
      isSnippet: snippet !== undefined,
      from,
      to,
      detail,
      documentation: item.documentation ?? (fact ? factText(fact) : ''),
      sortText: `${item.rank ?? 5}${place}`,
      filterText: filter,
      asksAgain: item.asksAgain ?? false,
    })
  }

  /** In the order in which they are to be shown. */
  get sorted(): CompletionItem[] {
    return [...this.byLabel.values()].sort((a, b) => (a.sortText < b.sortText ? -1 : 1))
  }
}

/** Text as it may stand in a snippet, where `$`, `}` and `\` mean something. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&')
}

/** A tab stop with a text to begin with: `${1:Name}`. */
export function stop(number: number, text: string): string {
  return `\${${number}:${snippetText(text)}}`
}
