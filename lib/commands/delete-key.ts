/** Delete key or index. */

import type { DeleteKeyArguments } from './attribute-arguments'
import type { Command } from './command'

export const deleteKey: Command<DeleteKeyArguments> = {
  name: 'deleteKey',
  run: () => null,
}
