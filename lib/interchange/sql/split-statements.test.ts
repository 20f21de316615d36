import { describe, expect, test } from 'vitest'
import type { SqlDialect } from './lexical'
import { cutPieces, splitStatements } from './split-statements'

/** The statements of a script, each with the line it begins on. */
function check(dialect: SqlDialect, sql: string, expected: readonly string[]): void {
  const found = splitStatements(sql, dialect)
  expect(found.map(({ line, text }) => `${line}: ${text}`)).toEqual(expected)
  for (const { from, to, text } of found) expect(sql.slice(from, to)).toBe(text)
}

function problemOf(dialect: SqlDialect, sql: string): string | undefined {
  return cutPieces(sql, dialect).find(({ problem }) => problem !== undefined)?.problem
}

describe('every dialect', () => {
  test('cuts at semicolons and leaves comments around a statement out', () => {
    for (const dialect of ['postgresql', 'mysql', 'sqlite', 'sqlserver'] as const) {
      check(dialect, "-- a;\nSELECT ';' /* ; */ x; -- b;\n\nSELECT 2\n-- end;\n", [
        "2: SELECT ';' /* ; */ x",
        '4: SELECT 2',
      ])
    }
  })

  test('has no statement in nothing, and none between semicolons', () => {
    check('postgresql', '', [])
    check('mysql', ' ;;\n; -- only a comment', [])
  })
})

describe('PostgreSQL', () => {
  test('nests comments', () => {
    check('postgresql', '/* a /* ; */ ; */ SELECT 1; SELECT 2', ['1: SELECT 1', '1: SELECT 2'])
  })

  test('reads a backslash as an escape only in E strings', () => {
    check('postgresql', "SELECT '\\'; SELECT E'\\';'; SELECT note'x';", [
      "1: SELECT '\\'",
      "1: SELECT E'\\';'",
      "1: SELECT note'x'",
    ])
  })

  test('keeps dollar quotes whole, tagged and not', () => {
    check(
      'postgresql',
      'DO $$ BEGIN; $a$ ; END $$; SELECT $x$ ;$$; $x$; SELECT a$b$c; SELECT $1;',
      ['1: DO $$ BEGIN; $a$ ; END $$', '1: SELECT $x$ ;$$; $x$', '1: SELECT a$b$c', '1: SELECT $1'],
    )
  })

  test('keeps the body of a function in standard SQL whole', () => {
    check(
      'postgresql',
      'CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; END; SELECT 2;',
      [
        '1: CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; END',
        '1: SELECT 2',
      ],
    )
    check('postgresql', 'BEGIN; SELECT 1; END;', ['1: BEGIN', '1: SELECT 1', '1: END'])
  })

  test('passes over rows of COPY and commands of psql', () => {
    check(
      'postgresql',
      "\\restrict x;'\nCOPY t (a, b) FROM stdin;\n1\tit's; here\n\\.\n\nSELECT 1;\n\\connect other\nSELECT 2;",
      ['2: COPY t (a, b) FROM stdin', '6: SELECT 1', '8: SELECT 2'],
    )
  })
})

describe('MySQL', () => {
  test('reads backslashes, double quotes and # comments', () => {
    check('mysql', `INSERT 'a\\';' ";\\"" \`;\`; # x;\nSELECT 1--2;`, [
      `1: INSERT 'a\\';' ";\\"" \`;\``,
      '2: SELECT 1--2',
    ])
  })

  test('takes what stands in versioned comments for code, except what is only for clients', () => {
    check(
      'mysql',
      '/*!999999\\- enable the sandbox mode */ \n/*!40101 SET NAMES utf8 */;\n/*!50001 CREATE VIEW v AS SELECT 1 */;',
      ['2: /*!40101 SET NAMES utf8 */', '3: /*!50001 CREATE VIEW v AS SELECT 1 */'],
    )
  })

  test('obeys DELIMITER', () => {
    check(
      'mysql',
      'DELIMITER ;;\n/*!50003 CREATE*/ /*!50003 TRIGGER t BEFORE INSERT ON x FOR EACH ROW BEGIN SET a = 1; END */;;\nDELIMITER ;\nSELECT 1;',
      [
        '2: /*!50003 CREATE*/ /*!50003 TRIGGER t BEFORE INSERT ON x FOR EACH ROW BEGIN SET a = 1; END */',
        '4: SELECT 1',
      ],
    )
  })

  test('keeps a body whole without DELIMITER', () => {
    const body =
      'CREATE DEFINER=root@localhost PROCEDURE p() BEGIN IF a THEN SET b = 1; END IF; CASE x WHEN 1 THEN SET b = 2; END CASE; SELECT CASE WHEN 1 THEN 2 END; END'
    check('mysql', `${body}; SELECT 1;`, [`1: ${body}`, '1: SELECT 1'])
  })
})

describe('SQLite', () => {
  test('reads brackets, keeps trigger bodies whole and passes over dot commands', () => {
    check(
      'sqlite',
      '.mode box;\nCREATE TRIGGER t AFTER INSERT ON [a;b] BEGIN UPDATE x SET y = CASE WHEN 1 THEN 2 END; SELECT 1; END;\nBEGIN; COMMIT;',
      [
        '2: CREATE TRIGGER t AFTER INSERT ON [a;b] BEGIN UPDATE x SET y = CASE WHEN 1 THEN 2 END; SELECT 1; END',
        '3: BEGIN',
        '3: COMMIT',
      ],
    )
  })
})

describe('SQL Server', () => {
  test('cuts at GO, which is a line of its own', () => {
    check('sqlserver', "SELECT [a]];go] \ngo -- x\nPRINT 'go\ngo\n'\nGO 5\nSELECT go", [
      '1: SELECT [a]];go]',
      "3: PRINT 'go\ngo\n'",
      '7: SELECT go',
    ])
  })

  test('cuts without delimiters where a statement plainly begins', () => {
    check(
      'sqlserver',
      'SET ANSI_NULLS ON\nCREATE TABLE a (\n  id int\n)\nALTER TABLE a\nALTER COLUMN id bigint\nALTER TABLE a ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES b (id)\nON DELETE\nSET NULL\nEXEC p',
      [
        '1: SET ANSI_NULLS ON',
        '2: CREATE TABLE a (\n  id int\n)',
        '5: ALTER TABLE a\nALTER COLUMN id bigint',
        '7: ALTER TABLE a ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES b (id)\nON DELETE\nSET NULL',
        '10: EXEC p',
      ],
    )
  })

  test('keeps what a condition guards with it, and procedures up to GO', () => {
    check(
      'sqlserver',
      'IF OBJECT_ID(1) IS NULL\nBEGIN\nCREATE TABLE a (id int);\nEND\nIF 1 = 1\nDROP TABLE b\nCREATE TABLE c (id int)\nGO\nCREATE PROC p AS\nSELECT 1;\nSELECT 2;\nGO',
      [
        '1: IF OBJECT_ID(1) IS NULL\nBEGIN\nCREATE TABLE a (id int);\nEND',
        '5: IF 1 = 1\nDROP TABLE b',
        '7: CREATE TABLE c (id int)',
        '9: CREATE PROC p AS\nSELECT 1;\nSELECT 2;',
      ],
    )
  })

  test('cuts within BEGIN TRY, as Prisma Migrate writes it', () => {
    check(
      'sqlserver',
      'BEGIN TRY\n\nBEGIN TRAN;\nCREATE TABLE a (id int);\nCOMMIT TRAN;\n\nEND TRY\nBEGIN CATCH\nIF 1 > 0\nBEGIN\n  ROLLBACK TRAN;\nEND;\nTHROW\nEND CATCH',
      [
        '1: BEGIN TRY',
        '3: BEGIN TRAN',
        '4: CREATE TABLE a (id int)',
        '5: COMMIT TRAN',
        '7: END TRY',
        '8: BEGIN CATCH\nIF 1 > 0\nBEGIN\n  ROLLBACK TRAN;\nEND;\nTHROW\nEND CATCH',
      ],
    )
  })
})

describe('what is never closed', () => {
  test('reaches to the end and says what it is', () => {
    expect(problemOf('postgresql', "SELECT 1; SELECT 'abc; SELECT 2;")).toMatch(
      /string is never closed/,
    )
    expect(problemOf('postgresql', 'DO $x$ a; $y$')).toMatch(/dollar-quoted/)
    expect(problemOf('postgresql', 'COPY t FROM stdin;\n1\n')).toMatch(/COPY/)
    expect(problemOf('mysql', 'SELECT 1 /* a')).toMatch(/comment/)
    expect(problemOf('mysql', 'CREATE TRIGGER t BEGIN SELECT 1;')).toMatch(/END/)
    expect(problemOf('sqlserver', 'CREATE TABLE [a (x int);')).toMatch(/never closed with \]/)
    expect(problemOf('sqlite', 'SELECT 1 /* a')).toBeUndefined()
  })
})

const DIALECTS = ['postgresql', 'mysql', 'sqlite', 'sqlserver'] as const
const FRAGMENTS = [
  ...[
    "'",
    '"',
    '`',
    '[',
    ']',
    '$$',
    '$a$',
    "E'",
    '\\',
    '\\.',
    '/*',
    '*/',
    '/*!40101 ',
    '--',
    '# ',
    ';',
  ],
  ...[
    '\n',
    ' ',
    '(',
    ')',
    'GO',
    'DELIMITER //',
    '//',
    'CREATE ',
    'TRIGGER ',
    'BEGIN ',
    'END ',
    'CASE ',
  ],
  ...[
    'IF ',
    'TRY',
    'COPY t FROM stdin;',
    'SELECT 1',
    'TABLE ',
    'é',
    '\u{1f600}',
    '.schema',
    '\ufeff',
    '\r\n',
  ],
]

describe('any text', () => {
  test('is the pieces one after the other', () => {
    let state = 20_261_126
    const next = (limit: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((state / 2 ** 32) * limit)
    }
    for (let round = 0; round < 2000; round++) {
      const sql = Array.from({ length: next(40) }, () => FRAGMENTS[next(FRAGMENTS.length)]).join('')
      for (const dialect of DIALECTS) {
        const pieces = cutPieces(sql, dialect)
        const context = `${dialect} ${JSON.stringify(sql)}`
        expect(pieces.map(({ from, to }) => sql.slice(from, to)).join(''), context).toBe(sql)
        let at = 0
        for (const { from, to } of pieces) {
          expect(from, context).toBe(at)
          expect(to, context).toBeGreaterThan(from)
          at = to
        }
        for (const { text } of splitStatements(sql, dialect)) {
          expect(text.trim().length, context).toBeGreaterThan(0)
        }
      }
    }
  })

  test('is cut to its end, however long and hostile', () => {
    for (const unit of HOSTILE) {
      const sql = unit.repeat(200_000 / unit.length)
      for (const dialect of DIALECTS) {
        const pieces = cutPieces(sql, dialect)
        expect(pieces.at(-1)?.to, `${dialect} ${unit}`).toBe(sql.length)
      }
    }
  })
})

/** What a cut that looks further than it needs would take the square of its length for. */
const HOSTILE = [
  "'",
  '$a',
  'BEGIN ',
  'x;',
  '/* ',
  '\\.\n',
  'COPY t FROM stdin;\n',
  '"; ',
  '[',
  'go \n',
  '$a$;$b$ ',
]
