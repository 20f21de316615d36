import { test } from 'vitest'
import { detectDialect } from '@/lib/interchange/sql/detect-dialect'
import { splitStatements } from '@/lib/interchange/sql/split-statements'

test('t', () => {
  const ddl =
    "CREATE TABLE users (\n  id integer NOT NULL DEFAULT 1, -- the id\n  name varchar(100) NOT NULL DEFAULT 'it''s'\n);\nINSERT INTO users (id, name) VALUES (1, 'begin'), (2, 'some text');\n"
  for (const unit of [
    ddl,
    "'",
    "'x",
    '$a',
    'BEGIN ',
    '/* ',
    '\\.\n',
    'COPY t FROM stdin;\n',
    '"; ',
    '[',
    'go \n',
    '$a$;$b$ ',
    'a ',
    'END\n\n\n',
    '\n',
    '(',
    'CREATE TRIGGER t ',
    'INSERT INTO a VALUES (1,2);',
  ])
    for (const d of ['postgresql', 'mysql', 'sqlite', 'sqlserver'] as const) {
      const sql = unit.repeat(10_000_000 / unit.length)
      const b = performance.now()
      const n = splitStatements(sql, d).length
      const t = performance.now() - b
      const c = performance.now()
      detectDialect(sql)
      const e = performance.now() - c
      if (t > 400 || unit === ddl || e > 50)
        console.log(JSON.stringify(unit.slice(0, 12)), d, Math.round(t), n, 'detect', Math.round(e))
    }
}, 120000)
