/** Prisma's engines colour some of their messages for a terminal. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: an ANSI escape begins with one.
const ANSI_ESCAPE = /\u001b\[[0-9;]*m/g

/** The text without ANSI colour escapes. */
export function stripAnsi(text: string): string {
  return text.replace(ANSI_ESCAPE, '')
}
