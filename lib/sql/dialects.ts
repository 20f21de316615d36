/** The dialects by provider. */

import type { Dialect } from './dialect'
import { MYSQL } from './mysql/dialect'
import type { PlannedProvider } from './tables'

const DIALECTS: Readonly<Partial<Record<PlannedProvider, Dialect>>> = { mysql: MYSQL }

export function dialectFor(provider: PlannedProvider): Dialect {
  const dialect = DIALECTS[provider]
  if (!dialect) throw new Error(`No dialect for the provider ${provider}`)
  return dialect
}
