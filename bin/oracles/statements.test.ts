import { describe, expect, it } from 'vitest'
import { joinSteps, readWarnings, splitSteps, withoutWarnings } from './statements'

const steps = (sql: string) =>
  splitSteps(sql).map(({ heading, statements }) => [heading, ...statements])

describe('splitSteps', () => {
  it('begins a step at each heading', () => {
    expect(
      steps('-- CreateTable\nCREATE TABLE a (\n  b INT\n);\n\n-- CreateIndex\nX;\nY;\n'),
    ).toEqual([
      ['CreateTable', 'CREATE TABLE a (\n  b INT\n);'],
      ['CreateIndex', 'X;', 'Y;'],
    ])
  })

  it('takes a semicolon or a heading in quotes for part of what is quoted', () => {
    expect(steps(`A 'it''s;\n-- CreateTable\n' "b;" [c;] \`d;\`;\nB;`)).toEqual([
      [null, `A 'it''s;\n-- CreateTable\n' "b;" [c;] \`d;\`;`, 'B;'],
    ])
  })

  it('takes a semicolon in a comment for part of the comment', () => {
    expect(steps('A -- one; two\n/* three; */ B;\nC;')).toEqual([
      [null, 'A -- one; two\n/* three; */ B;', 'C;'],
    ])
  })

  it('keeps what is not ended', () => {
    expect(steps("A 'b;\nC")).toEqual([[null, "A 'b;\nC"]])
    expect(steps('')).toEqual([])
  })

  it("sets SQL Server's commit apart from the last step", () => {
    const sql = 'BEGIN TRY\n\nBEGIN TRAN;\n\n-- DropTable\nDROP TABLE a;\n\nCOMMIT TRAN;\n\nEND TRY'
    expect(steps(sql)).toEqual([
      [null, 'BEGIN TRY\n\nBEGIN TRAN;'],
      ['DropTable', 'DROP TABLE a;'],
      [null, 'COMMIT TRAN;', 'END TRY'],
    ])
  })
})

describe('joinSteps', () => {
  it('writes the headings again', () => {
    const sql = '-- DropTable\nB;\nC;\n\n-- DropTable\nD;'
    expect(joinSteps(splitSteps(`${sql}\n`))).toBe(sql)
  })
})

describe('the warnings of migrate dev', () => {
  const sql = '/*\n  Warnings:\n\n  - First.\n  - Second.\n\n*/\n-- DropTable\nDROP TABLE a;\n'

  it('are read', () => {
    expect(readWarnings(sql)).toEqual(['First.', 'Second.'])
    expect(readWarnings('/* Not these: - a */\nA;')).toEqual([])
  })

  it('are taken off', () => {
    expect(withoutWarnings(sql)).toBe('-- DropTable\nDROP TABLE a;\n')
  })
})
