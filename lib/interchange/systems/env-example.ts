/** `.env.example` of a project: the variables that its connection is read from, and what they hold. */

import { type ConnectionSettings, variableOf } from '@/lib/schema/connection'
import { connectionStrings } from './connection-strings'
import { adapterOf } from './packages'
import type { PrismaMajor, SystemId } from './systems'

/** What the connection strings of a system are called in a project; `null` for one that nothing reads. */
export interface VariableNames {
  readonly DATABASE_URL: string
  readonly DIRECT_URL: string | null
}

/**
 * The design's own names where it has some. A `url` that is called as the system calls one of its
 * strings renames none: the `prisma.config.ts` of a project with two has the direct one there.
 */
export function variableNames(id: SystemId, said: ConnectionSettings | null): VariableNames {
  const usual = { DATABASE_URL: 'DATABASE_URL', DIRECT_URL: 'DIRECT_URL' }
  const url = usableVariable(said?.url)
  const direct = usableVariable(said?.directUrl)
  const isOfSystem = connectionStrings(id).some(({ variable }) => variable === url)
  if (url === null || isOfSystem) return { ...usual, DIRECT_URL: direct ?? usual.DIRECT_URL }
  return { DATABASE_URL: url, DIRECT_URL: direct === url ? null : direct }
}

/** To be copied to `.env` and filled in. `said` is what the design says of its connection. */
export function envExample(
  id: SystemId,
  version: PrismaMajor,
  said: ConnectionSettings | null,
): string {
  const names = variableNames(id, said)
  const strings = connectionStrings(id)
  const parts = strings.flatMap(({ variable, value, about, isAlternative }) => {
    const name = names[variable]
    return name === null ? [] : [entry(name, value, about, isAlternative)]
  })
  const shadow = usableVariable(said?.shadowDatabaseUrl)
  if (shadow !== null && !Object.values(names).includes(shadow)) {
    const value = strings[0]?.value ?? ''
    // It is emptied again and again, so it must never be the database itself.
    const empty = value.includes('DATABASE')
      ? value.replace('DATABASE', 'SHADOW_DATABASE')
      : 'URL_OF_AN_EMPTY_DATABASE'
    parts.push(entry(shadow, empty, ['An empty database, in which migrate dev tries migrations.']))
  }
  const password = adapterOf(id, version)?.passwordVariable
  if (password !== undefined) {
    parts.push(
      entry(password, 'PASSWORD', [
        'The same password, for the driver adapter: not percent-encoded.',
      ]),
    )
  }
  const head =
    '# Copy this file to .env and put in what is written in capitals.\n' +
    (id === 'sqlite' || id === 'sqlserver'
      ? ''
      : '# Percent-encode what is special in a password.\n')
  return [head, ...parts].join('\n')
}

function entry(name: string, value: string, about: readonly string[], isComment = false): string {
  const comments = about.map((line) => `# ${line}\n`).join('')
  return `${comments}${isComment ? '# ' : ''}${name}="${value}"\n`
}

/** The variable's name, if a `.env` file can have it (dotenv's own pattern). */
function usableVariable(value: string | undefined): string | null {
  const name = value === undefined ? null : variableOf(value)
  return name !== null && /^[\w.-]+$/.test(name) ? name : null
}
