/** Change key or index. */

import type { ChangeKeyArguments } from './attribute-arguments'
import type { Command } from './command'

export const changeKey: Command<ChangeKeyArguments> = {
  name: 'changeKey',
  run: () => null,
}
