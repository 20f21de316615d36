import { expect, it } from 'vitest'
import { whyUnreachable } from './databases'
import { MARIADB } from './mariadb'
import { POSTGRESQL } from './postgresql'
import type { Server } from './server'

/** A server whose client is `command`. */
function serverWith(command: string, args: readonly string[] = []): Server {
  const invocation = (_: string | null, input: string) => ({ command, args, env: {}, input })
  return { ...POSTGRESQL, name: 'a server', invocation }
}

it('is said of a client that is not there, or refuses', async () => {
  expect(await whyUnreachable(serverWith('no-such-client'))).toMatch(/^no a server \(.*ENOENT\)$/)
  const script = 'console.error("not\\n  today"); process.exit(2)'
  expect(await whyUnreachable(serverWith(process.execPath, ['-e', script]))).toBe(
    'no a server (not today)',
  )
  expect(await whyUnreachable(serverWith(process.execPath, ['-e', '']))).toBeNull()
})

it('obeys no commands of the clients', () => {
  expect(POSTGRESQL.invocation('d', '\\! ls').input).toMatch(/^\\restrict [0-9a-f]{24}\n\\! ls\n$/)
  expect(MARIADB.invocation('d', '\\! ls').args).toContain('--binary-mode')
})
