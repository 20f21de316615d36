/**
 * Words that a name in the database or in the client should not be.
 *
 * Sources: PostgreSQL 17, appendix C (reserved); MySQL 8.4, section 11.3; SQL Server, "Reserved
 * keywords (Transact-SQL)"; SQLite, "SQLite keywords", those that it does not take as a name;
 * CockroachDB 24, "Keywords & identifiers". Prisma quotes every name, so these are words that one
 * stumbles over in SQL written by hand.
 */

/** Reserved in all of them. */
const COMMON =
  'all alter and any as between by case check column constraint create cross current_date ' +
  'current_time current_timestamp default delete desc distinct drop else end except exists for ' +
  'foreign from full grant group having in inner insert intersect into is join left like not null ' +
  'on or order outer primary references right select set table then to union unique update ' +
  'values view when where with'

const POSTGRESQL =
  'all analyse analyze and any array as asc asymmetric both case cast check collate column ' +
  'constraint create current_catalog current_date current_role current_time current_timestamp ' +
  'current_user default deferrable desc distinct do else end except false fetch for foreign from ' +
  'grant group having in initially intersect into lateral leading limit localtime localtimestamp ' +
  'not null offset on only or order placing primary references returning select session_user ' +
  'some symmetric system_user table then to trailing true union unique user using variadic when ' +
  'where window with'

const MYSQL =
  `${COMMON} accessible add analyze asc before both call cascade change char character collate ` +
  'condition continue convert cube cume_dist cursor database databases dec decimal declare ' +
  'delayed dense_rank describe deterministic div double dual each elseif empty enclosed escaped ' +
  'exit explain false fetch float force fulltext function generated get groups high_priority if ' +
  'ignore index infile int integer interval key keys kill lag last_value lateral lead leading ' +
  'leave limit lines load lock long loop low_priority match mod natural numeric of offset ' +
  'optimize option optionally out outfile over partition percent_rank precision procedure purge ' +
  'range rank read reads real recursive regexp release rename repeat replace require resignal ' +
  'restrict return revoke rlike row row_number rows schema schemas sensitive separator show signal ' +
  'smallint spatial sql ssl starting stored system terminated tinyint trailing trigger true undo ' +
  'unlock unsigned usage use using varchar varying virtual while window write xor zerofill'

const SQLSERVER =
  `${COMMON} add asc authorization backup begin break browse bulk cascade checkpoint close ` +
  'clustered coalesce collate commit compute contains continue convert current cursor database ' +
  'dbcc deallocate declare deny disk distributed double dump errlvl escape exec execute exit ' +
  'external fetch file fillfactor freetext function goto holdlock identity if index key kill ' +
  'lineno load merge national nocheck nonclustered nullif of off offsets open option over percent ' +
  'pivot plan precision print proc procedure public raiserror read readtext reconfigure ' +
  'replication restore restrict return revert revoke rollback rowcount rule save schema session_user ' +
  'setuser shutdown some statistics system_user tablesample textsize top tran transaction trigger ' +
  'truncate tsequal unpivot updatetext use user varying waitfor while within writetext'

const SQLITE =
  'add all alter and as autoincrement between case check collate commit constraint create default ' +
  'deferrable delete distinct drop else escape except exists foreign from group having in index ' +
  'insert intersect into is isnull join limit not notnull null on or order primary references ' +
  'select set table then to transaction union unique update using values when where'

const BY_PROVIDER: Readonly<Record<string, ReadonlySet<string>>> = {
  postgresql: words(POSTGRESQL),
  postgres: words(POSTGRESQL),
  cockroachdb: words(`${POSTGRESQL} index nothing`),
  mysql: words(MYSQL),
  sqlserver: words(SQLSERVER),
  sqlite: words(SQLITE),
}

const NONE: ReadonlySet<string> = new Set()

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}

/**
 * Whether the name must be quoted in SQL because it is a reserved word. PostgreSQL and CockroachDB
 * want quotes around every name with a capital, so there only names without one can surprise.
 */
export function isReservedInSql(provider: string | null, name: string): boolean {
  const folds = provider === 'postgresql' || provider === 'postgres' || provider === 'cockroachdb'
  if (folds && name !== name.toLowerCase()) return false
  return (BY_PROVIDER[provider ?? ''] ?? NONE).has(name.toLowerCase())
}

/** Types and values that every TypeScript file knows, and that an import of the name would hide. */
const GLOBALS: ReadonlySet<string> = words(
  'Array BigInt Boolean Buffer Date Error Event File Function Infinity Iterator JSON Map Math ' +
    'NaN Node Number Object Omit Partial Pick Process Promise Proxy Readonly Record Reflect ' +
    'RegExp Request Required Response Set String Symbol URL WeakMap WeakSet',
)

/** Names that Prisma Client itself exports beside the models. */
const CLIENT: ReadonlySet<string> = words('Prisma PrismaPromise')

export function hidesGlobal(name: string): boolean {
  return GLOBALS.has(name)
}

export function isNameOfClient(name: string): boolean {
  return CLIENT.has(name)
}
