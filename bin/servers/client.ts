/** Runs a server's command-line client. */

import { spawn } from 'node:child_process'

export interface Invocation {
  readonly command: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** What the client reads. */
  readonly input: string
}

export interface Answer {
  readonly output: string
  /** What the client or the server has against it, on one line; `null` when nothing. */
  readonly problem: string | null
}

/** A client that takes longer than this, in ms, waits for something that does not come. */
const TIME_LIMIT = 120_000

export function runClient({ command, args, env, input }: Invocation): Promise<Answer> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      timeout: TIME_LIMIT,
      stdio: 'pipe',
    })
    const output = collect(child.stdout)
    const errors = collect(child.stderr)
    child.on('error', (error) => resolve({ output: '', problem: error.message }))
    child.on('close', (code, signal) => {
      const complaint = onOneLine(errors()) || `${command} ended with ${signal ?? code}`
      resolve({ output: output(), problem: code === 0 ? null : complaint })
    })
    // A client that has given up reads no more; what it says of that is in its errors.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  return () => Buffer.concat(chunks).toString('utf8')
}

/** Without the rules that MariaDB's client draws around what it does not print. */
function onOneLine(text: string): string {
  return text
    .replace(/^-{10,}$/gm, '')
    .trim()
    .replace(/\s*\n\s*/g, ' ')
}
