// @ts-check
// `npm run build`: the production build that `npm start` serves, unless it is up to date.

import './lib/require-node.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { runMain } from './lib/project.mjs'

await runMain(async () => {
  await ensureInstalled()
  return (await ensureBuilt()) ? 0 : 1
})
