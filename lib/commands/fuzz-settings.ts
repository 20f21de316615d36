/** Random arguments for the commands on settings, files and many blocks. */

import type { ArgumentsOf } from './fuzz-chooser'

export const SETTINGS_ARGUMENTS: ArgumentsOf<
  | 'setProperty'
  | 'addSettings'
  | 'setProvider'
  | 'moveBlocksToFile'
  | 'addFieldsToBlocks'
  | 'addFieldLine'
> = {
  setProperty: () => null,
  addSettings: () => null,
  setProvider: () => null,
  moveBlocksToFile: () => null,
  addFieldsToBlocks: () => null,
  addFieldLine: () => null,
}
