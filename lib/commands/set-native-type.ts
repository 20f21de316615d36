/** Set native type. */

import type { SetNativeTypeArguments } from './attribute-arguments'
import type { Command } from './command'

export const setNativeType: Command<SetNativeTypeArguments> = {
  name: 'setNativeType',
  run: () => null,
}
