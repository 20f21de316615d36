/** Compares what a server says of two databases. */

import { showDifference } from './compare'
import type { Oracle } from './pairs'
import { DESCRIPTION_RULES, type Descriptions } from './rules/descriptions'

/** In what two databases differ, `null` when in nothing, and the rules without which it were more. */
export interface DescriptionComparison {
  readonly difference: string | null
  readonly rules: readonly string[]
}

export function compareDescriptions(
  given: Descriptions,
  oracle: Pick<Oracle, 'provider' | 'origin' | 'sql'>,
): DescriptionComparison {
  const rules: string[] = []
  let descriptions = given
  for (const rule of DESCRIPTION_RULES) {
    if (isSame(descriptions)) break
    if (!rule.appliesTo(oracle)) continue
    const after = rule.apply(descriptions)
    if (text(after.created) === text(descriptions.created)) {
      if (text(after.migrated) === text(descriptions.migrated)) continue
    }
    rules.push(rule.name)
    descriptions = after
  }
  if (isSame(descriptions)) return { difference: null, rules }
  const { created, migrated } = descriptions
  return { difference: showDifference([...created].sort(), [...migrated].sort()), rules }
}

function isSame({ created, migrated }: Descriptions): boolean {
  return text(created) === text(migrated)
}

/** Whatever the order of the lines, which a rule may have changed. */
function text(lines: readonly string[]): string {
  return [...lines].sort().join('\n')
}
