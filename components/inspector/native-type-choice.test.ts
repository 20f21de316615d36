import { expect, test } from 'vitest'
import type { NativeType } from '@/lib/engines/prisma-schema/shared'
import {
  argumentNames,
  argumentProblem,
  defaultNativeType,
  nativeTypeText,
  typesFor,
} from './native-type-choice'

function native(name: string, required: number, optional: number, ...scalarTypes: string[]) {
  return { name, requiredArguments: required, optionalArguments: optional, scalarTypes }
}

const TEXT: NativeType = native('Text', 0, 0, 'String')
const CHAR: NativeType = native('Char', 0, 1, 'String')
const LONG: NativeType = native('VarChar', 1, 0, 'String')
const MAX: NativeType = native('VarChar', 0, 1, 'String')
const DECIMAL: NativeType = native('Decimal', 0, 2, 'Decimal')
const BIT: NativeType = native('Bit', 1, 0, 'Boolean', 'Bytes')

test('offers what fits the type', () => {
  expect(typesFor([TEXT, DECIMAL, BIT], 'Bytes')).toEqual([BIT])
  expect(typesFor([TEXT, DECIMAL, BIT], 'Json')).toEqual([])
})

test.each([
  [TEXT, []],
  [CHAR, ['Length']],
  [DECIMAL, ['Precision', 'Scale']],
  [native('Timestamptz', 0, 1, 'DateTime'), ['Precision']],
])('names the arguments of $name', (type, names) => {
  expect(argumentNames(type)).toEqual(names)
})

test.each([
  [CHAR, [], null],
  [CHAR, ['80'], null],
  [CHAR, ['many'], 'The length is a whole number.'],
  [CHAR, ['Max'], 'The length is a whole number.'],
  [LONG, [], 'VarChar needs a length.'],
  [LONG, ['191'], null],
  [DECIMAL, ['10', '2'], null],
  [DECIMAL, ['10', ''], null],
  [DECIMAL, ['', '2'], 'The precision must be there as well.'],
  [DECIMAL, ['10', '-2'], 'The scale is a whole number.'],
])('checks the arguments of $name: %j', (type, args, problem) => {
  expect(argumentProblem(type, args, 'postgresql')).toBe(problem)
})

test('on SQL Server some types can be as long as can be', () => {
  expect(argumentProblem(MAX, ['Max'], 'sqlserver')).toBeNull()
  expect(argumentProblem(MAX, ['Lots'], 'sqlserver')).toBe('The length is a whole number, or Max.')
  expect(argumentProblem(CHAR, ['Max'], 'sqlserver')).toBe('The length is a whole number.')
})

test('writes a type as it stands after the dot', () => {
  expect(nativeTypeText({ name: 'Decimal', args: ['10', '2'] })).toBe('Decimal(10, 2)')
  expect(nativeTypeText({ name: 'Text', args: [] })).toBe('Text')
})

test('knows what a database takes by itself', () => {
  expect(defaultNativeType('mysql', 'String')).toBe('VarChar(191)')
  expect(defaultNativeType('sqlite', 'String')).toBeNull()
  expect(defaultNativeType(null, 'String')).toBeNull()
})
