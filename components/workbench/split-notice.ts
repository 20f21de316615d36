/**
 * A notice as a toast shows it: the first sentence says what happened, the rest what was kept and
 * what to do next. A full stop inside a file name or a number ends no sentence.
 */
export function splitNotice(text: string): { message: string; description: string | undefined } {
  const end = /[.!?…]\s+(?=[\p{Lu}\d"“(])/u.exec(text)
  if (!end) return { message: withoutStop(text), description: undefined }
  return {
    message: withoutStop(text.slice(0, end.index + 1)),
    description: text.slice(end.index + end[0].length),
  }
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '')
}
