import { expect, test } from 'vitest'
import { nodeProblem } from './node-version.mjs'

test('new enough', () => {
  for (const version of ['20.19.0', '20.20.2', '22.0.0', '100.1.0']) {
    expect(nodeProblem(version, '>=20.19'), version).toBeNull()
  }
})

test('too old', () => {
  for (const version of ['20.18.3', '18.20.0', '8.17.0']) {
    expect(nodeProblem(version, '>=20.19'), version).toContain(`this is Node ${version}`)
  }
})

test('a range of another form is a mistake of ours', () => {
  expect(() => nodeProblem('22.0.0', '^20')).toThrow('engines.node')
})
