/** Set documentation. */

import type { SetDocumentationArguments } from './attribute-arguments'
import type { Command } from './command'

export const setDocumentation: Command<SetDocumentationArguments> = {
  name: 'setDocumentation',
  run: () => null,
}
