/** MariaDB, or MySQL, as whose stand-in it runs the SQL for MySQL. */

import type { Server } from './server'

const HOST = '127.0.0.1'
const PORT = '3306'
const PLACE = ['--no-defaults', '--protocol=tcp', '-h', HOST, '-P', PORT, '-u', 'root']

/** Nothing in a script is this, so the client gives the server the whole of it, as Prisma does. */
const NO_DELIMITER = '\u0001\u0001'

export const MARIADB: Server = {
  provider: 'mysql',
  name: `MySQL or MariaDB at ${HOST}:${PORT}`,
  invocation: (database, sql) => ({
    command: 'mysql',
    args: [
      ...PLACE,
      // Commands of the client, some of which reach beyond the database, are not obeyed.
      ...['--batch', '--raw', '--skip-column-names', '--binary-mode'],
      ...['--default-character-set=utf8mb4', `--delimiter=${NO_DELIMITER}`],
      ...(database === null ? [] : [database]),
    ],
    env: {},
    input: sql,
  }),
  dump: (database) => ({
    command: 'mysqldump',
    args: [...PLACE, '--no-data', '--skip-dump-date', database],
    env: {},
    input: '',
  }),
  createDatabase: (name) => `CREATE DATABASE \`${name}\``,
  emptyDatabase: (name) => `DROP DATABASE \`${name}\`; CREATE DATABASE \`${name}\``,
  dropDatabase: (name) => `DROP DATABASE IF EXISTS \`${name}\``,
  description: `
SELECT CONCAT_WS(' ', TABLE_NAME, 'column', COLUMN_NAME, COLUMN_TYPE,
  IF(IS_NULLABLE = 'YES', 'null', 'not null'), IFNULL(CONCAT('default ', COLUMN_DEFAULT), ''),
  EXTRA, IFNULL(COLLATION_NAME, '')) AS line
FROM information_schema.COLUMNS
WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME <> '_prisma_migrations'
UNION ALL
SELECT CONCAT_WS(' ', TABLE_NAME, IF(NON_UNIQUE, 'index', 'unique'), INDEX_NAME, INDEX_TYPE,
  GROUP_CONCAT(CONCAT(COLUMN_NAME, IFNULL(CONCAT('(', SUB_PART, ')'), ''), IFNULL(COLLATION, ''))
    ORDER BY SEQ_IN_INDEX))
FROM information_schema.STATISTICS
WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME <> '_prisma_migrations'
GROUP BY TABLE_NAME, INDEX_NAME, NON_UNIQUE, INDEX_TYPE
UNION ALL
SELECT CONCAT_WS(' ', r.TABLE_NAME, 'foreign key', r.CONSTRAINT_NAME,
  GROUP_CONCAT(k.COLUMN_NAME ORDER BY k.ORDINAL_POSITION), 'to', r.REFERENCED_TABLE_NAME,
  GROUP_CONCAT(k.REFERENCED_COLUMN_NAME ORDER BY k.ORDINAL_POSITION),
  r.DELETE_RULE, r.UPDATE_RULE)
FROM information_schema.REFERENTIAL_CONSTRAINTS r
JOIN information_schema.KEY_COLUMN_USAGE k
  ON k.CONSTRAINT_SCHEMA = r.CONSTRAINT_SCHEMA AND k.CONSTRAINT_NAME = r.CONSTRAINT_NAME
WHERE r.CONSTRAINT_SCHEMA = DATABASE()
GROUP BY r.TABLE_NAME, r.CONSTRAINT_NAME, r.REFERENCED_TABLE_NAME, r.DELETE_RULE, r.UPDATE_RULE`,
}
