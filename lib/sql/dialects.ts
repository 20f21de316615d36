/** The dialects by provider. */

import { COCKROACHDB } from './cockroachdb/dialect'
import type { Dialect, WrittenDialect } from './dialect'
import { MYSQL } from './mysql/dialect'
import { POSTGRESQL } from './postgresql/dialect'
import { SQLITE } from './sqlite/dialect'
import { SQLSERVER } from './sqlserver/dialect'
import type { PlannedProvider, RelationalProvider } from './tables'

const WRITTEN: Readonly<Record<PlannedProvider, WrittenDialect>> = {
  mysql: MYSQL,
  sqlserver: SQLSERVER,
}

const DIALECTS: Readonly<Record<RelationalProvider, Dialect>> = {
  ...WRITTEN,
  postgresql: POSTGRESQL,
  cockroachdb: COCKROACHDB,
  sqlite: SQLITE,
}

export function dialectFor(provider: RelationalProvider): Dialect {
  return DIALECTS[provider]
}

export function writtenDialectFor(provider: PlannedProvider): WrittenDialect {
  return WRITTEN[provider]
}
