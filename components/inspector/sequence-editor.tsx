'use client'

import { SwitchRow } from '@/components/ui/switch-row'
import type { Value } from '@/lib/schema/value'
import { CommitInput } from './commit-input'
import { SEQUENCE_OPTIONS, sequenceOptionsOf, sequenceText } from './default-choice'

interface SequenceEditorProps {
  value: Value | null
  disabled: boolean
  /** Takes the default as written; gives the reason, as a sentence, when it cannot. */
  onSet(text: string): string | null
}

/** The options of CockroachDB's `sequence(…)`. */
export function SequenceEditor({ value, disabled, onSet }: SequenceEditorProps) {
  const options = sequenceOptionsOf(value)
  return (
    <div className="flex flex-col gap-2">
      <div className="grid grid-cols-2 gap-2">
        {SEQUENCE_OPTIONS.map(({ name, label }) => (
          <CommitInput
            key={name}
            label={label}
            value={options[name] ?? ''}
            placeholder="Default"
            disabled={disabled}
            monospace
            onCommit={(typed) =>
              typed === '' || /^-?\d+$/.test(typed)
                ? onSet(sequenceText({ ...options, [name]: typed }))
                : 'This is a whole number.'
            }
          />
        ))}
      </div>
      <SwitchRow
        label="Virtual"
        hint="Numbers that need not be consecutive."
        checked={options.virtual === 'true'}
        disabled={disabled}
        onCheckedChange={(isVirtual) =>
          void onSet(sequenceText({ ...options, virtual: String(isVirtual) }))
        }
      />
    </div>
  )
}
