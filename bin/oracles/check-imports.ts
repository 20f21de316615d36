/** `npm run oracles -- DIR --imports`: imports what the schemas of a folder come to as SQL. */

import { findSchemas } from '../corpus/find-schemas'
import { elapsed } from '../lib/project.mjs'
import { createGenerator } from './generate'
import { createImportCheck } from './imports'
import type { OracleOptions } from './options'
import { PROVIDERS } from './pairs'

/**
 * Imports the SQL of every schema in the folder, and compares what comes of it; gives the exit code.
 * @throws Error, for people, when there is nothing in the folder.
 */
export async function checkImports({
  folder,
  provider,
  only,
  list,
}: OracleOptions): Promise<number> {
  const start = performance.now()
  const { check } = createImportCheck(await createGenerator())
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const { label, text, provider: own } of schemasForImport(folder)) {
    if ((provider !== null && own !== provider) || !label.includes(only ?? '')) continue
    const result = await check(text, own)
    if ('skipped' in result) {
      counts.skipped++
      console.log(`· ${label}: skipped: ${result.skipped}`)
    } else if (result.difference === null) {
      counts.passed++
      if (list) console.log(`✓ ${label}`)
    } else {
      counts.failed++
      console.log(`✗ ${label}\n${result.difference.replace(/^/gm, '    ')}\n`)
    }
  }
  console.log(`\nImports checked in ${elapsed(start)}, ${counts.skipped} skipped`)
  console.log(`${counts.passed} passed, ${counts.failed} failed`)
  return counts.failed === 0 ? 0 : 1
}

/** The schemas of one file whose provider is one that scripts are written for. */
function schemasForImport(folder: string) {
  return findSchemas(folder).flatMap(({ label, files, refusal }) => {
    const [file] = files
    if (refusal !== null || file === undefined || files.length > 1) return []
    const [, name] = /^\s*provider\s*=\s*"(\w+)"/m.exec(datasourceOf(file.text)) ?? []
    const provider = PROVIDERS.find((each) => each === (name === 'postgres' ? 'postgresql' : name))
    return provider === undefined ? [] : [{ label, text: file.text, provider }]
  })
}

function datasourceOf(text: string): string {
  return /^\s*datasource\s+\w+\s*\{[^}]*/m.exec(text)?.[0] ?? ''
}
