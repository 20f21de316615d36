import { describe, expect, it } from 'vitest'
import { compareSql, compareWarnings, showDifference } from './compare'
import type { Oracle } from './pairs'
import { parseVersion } from './version'

function oracle(sql: string, isShadow = false): Oracle {
  return {
    label: 'step/postgresql/example',
    folder: '',
    kind: 'step',
    provider: 'postgresql',
    before: null,
    after: '',
    sql,
    migrations: [],
    origin: {
      version: parseVersion('7.10'),
      fromShadowDatabase: isShadow,
      isExact: true,
      externalTables: [],
    },
  }
}

describe('compareSql', () => {
  const drops = (...names: string[]) =>
    names.map((name) => `-- DropTable\nDROP TABLE "${name}";\n`).join('\n')

  it('needs no rule for the same text', () => {
    expect(compareSql(drops('a'), oracle(drops('a')))).toEqual({ difference: null, rules: [] })
  })

  it('uses a rule only where it applies', () => {
    expect(compareSql(drops('b', 'a'), oracle(drops('a', 'b'), true))).toEqual({
      difference: null,
      rules: ['order-of-shadow-database'],
    })
    expect(compareSql(drops('b', 'a'), oracle(drops('a', 'b'))).difference).not.toBeNull()
  })

  it('sees a statement that is missing, added or changed', () => {
    expect(compareSql(drops('a'), oracle(drops('a', 'b'))).difference).toBe(
      '  DROP TABLE "a";\n- -- DropTable\n- DROP TABLE "b";',
    )
    expect(compareSql(drops('a', 'b'), oracle(drops('a'))).difference).toContain(
      '+ DROP TABLE "b";',
    )
    expect(compareSql(drops('A'), oracle(drops('a'))).difference).toContain('- DROP TABLE "a";')
  })
})

describe('compareWarnings', () => {
  const sql = '/*\n  Warnings:\n\n  - B.\n  - A.\n\n*/\nX;\n'

  it('takes them in any order', () => {
    expect(compareWarnings(['A.', 'B.'], oracle(sql))).toEqual({ difference: null, rules: [] })
    expect(compareWarnings(['A.'], oracle(sql)).difference).toBe('  A.\n- B.')
  })

  it('leaves out external tables, by a rule', () => {
    const external = oracle(sql)
    const origin = { ...external.origin, externalTables: ['E'] }
    const ours = ['A.', 'B.', 'About the `E` table.']
    expect(compareWarnings(ours, { ...external, origin })).toEqual({
      difference: null,
      rules: ['warnings-of-external-tables'],
    })
    expect(compareWarnings(ours, external).difference).toContain('+ About')
  })
})

describe('showDifference', () => {
  it('leaves out what is far from a difference', () => {
    expect(showDifference(['1', '2', '3', '4', 'x'], ['1', '2', '3', '4', 'y'])).toBe(
      '  4\n- y\n+ x',
    )
    expect(showDifference(['x', '1', '2', '3'], ['y', '1', '2', '3'])).toBe('- y\n+ x\n  1\n  …')
  })
})
