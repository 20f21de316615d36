/**
 * What was done, and what there is to know besides, as one text for a notice: sentences, each with
 * a stop, whether it came with one or not. What stands alone stays a title.
 */
export function noticeText(done: string, notes: readonly string[] = []): string {
  return notes.length === 0 ? done : [done, ...notes].map(asSentence).join(' ')
}

function asSentence(text: string): string {
  return /[.!?…]["”’)]*$/.test(text) ? text : `${text}.`
}
