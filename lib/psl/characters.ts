/**
 * The UTF-16 codes of the characters that have a meaning in Prisma's schema language.
 *
 * One object rather than an export each: a module takes the codes it needs as constants of its
 * own, because reading an import for every character of a file is measurably slow.
 */
export const CODES = {
  TAB: 9,
  NEWLINE: 10,
  CARRIAGE_RETURN: 13,
  SPACE: 32,
  BANG: 33,
  QUOTE: 34,
  OPEN_PAREN: 40,
  CLOSE_PAREN: 41,
  STAR: 42,
  COMMA: 44,
  MINUS: 45,
  DOT: 46,
  SLASH: 47,
  COLON: 58,
  EQUALS: 61,
  QUESTION: 63,
  AT: 64,
  OPEN_BRACKET: 91,
  BACKSLASH: 92,
  CLOSE_BRACKET: 93,
  OPEN_BRACE: 123,
  CLOSE_BRACE: 125,
} as const
