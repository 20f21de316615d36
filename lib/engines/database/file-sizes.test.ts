import { stat } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { FILE_SIZES } from './file-sizes'

const PGLITE = '../../../node_modules/@electric-sql/pglite/dist'

it.each([
  ['program', `${PGLITE}/pglite.wasm`],
  ['files', `${PGLITE}/pglite.data`],
  ['cluster', './prepared/cluster.tar.gz'],
  ['sqlite', '../../../node_modules/@sqlite.org/sqlite-wasm/dist/sqlite3.wasm'],
] as const)('%s is about as large as progress is measured by', async (name, path) => {
  const { size } = await stat(new URL(path, import.meta.url))
  expect(Math.abs(size - FILE_SIZES[name]) / size).toBeLessThan(0.05)
})
