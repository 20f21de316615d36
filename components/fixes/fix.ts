import type { Finding } from '@/lib/lint/rule'
import type { Diagnostic } from '@/lib/store/state'

/** A way to mend something, to be shown by its title. */
export interface Fix {
  readonly title: string
  /** The title where the message that it is about stands above it. */
  readonly brief?: string
  /** Whether it is what a person most likely wants; true of one at most. */
  readonly isPreferred: boolean
  /** Whether it does without what is said, rather than mends it. Listed last. */
  readonly isQuiet?: true
  run(): void
}

export interface FoundFixes {
  readonly fixes: readonly Fix[]
  /** False when the official engine could not say what it would do. */
  readonly isComplete: boolean
}

/** Finds what can be done about a problem or a hint of the design as it is now. */
export type FixFinder = (finding: Diagnostic | Finding) => Promise<FoundFixes>
