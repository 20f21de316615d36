/** The dialects by provider. */

import type { Dialect } from './dialect'
import { MYSQL } from './mysql/dialect'
import { SQLSERVER } from './sqlserver/dialect'
import type { PlannedProvider } from './tables'

const DIALECTS: Readonly<Record<PlannedProvider, Dialect>> = {
  mysql: MYSQL,
  sqlserver: SQLSERVER,
}

export function dialectFor(provider: PlannedProvider): Dialect {
  return DIALECTS[provider]
}
