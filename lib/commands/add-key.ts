/** Add key or index. */

import type { AddKeyArguments } from './attribute-arguments'
import type { Command } from './command'

export const addKey: Command<AddKeyArguments> = {
  name: 'addKey',
  run: () => null,
}
