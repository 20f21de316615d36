import { expect, it } from 'vitest'
import { describeProgress } from './run-in-database'

it('says what is done at the moment, and how far it is', () => {
  const told = (progress: Parameters<typeof describeProgress>[0]) => {
    const { label, done } = describeProgress(progress, 'PostgreSQL')
    return [label, done]
  }
  expect(told({ phase: 'start', done: 0.5 })).toEqual(['Starting PostgreSQL…', 0.5])
  expect(told({ phase: 'execute', done: 0, total: 0 })).toEqual(['Executing statement 0 of 0', 1])
  expect(told({ phase: 'execute', done: 1200, total: 2400 })).toEqual([
    'Executing statement 1,201 of 2,400',
    0.5,
  ])
  expect(told({ phase: 'read' })).toEqual(['Reading the schema…', null])
})
