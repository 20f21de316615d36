// @ts-check
// `npm start`: from a fresh clone to a running app. Installs and builds only what has changed
// since the last time.

import './lib/require-node.mjs'
import { get } from 'node:http'
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { choosePort, DEFAULT_PORT } from './lib/ports.mjs'
import { runMain, say } from './lib/project.mjs'
import { exitWhenStopped, runTool } from './lib/run.mjs'

async function main() {
  const port = await choosePort(process.env.PORT)
  await ensureInstalled()
  if (!(await ensureBuilt())) {
    console.error('\nFacet could not be built; the reason is above.')
    return 1
  }
  if (port !== DEFAULT_PORT && !process.env.PORT?.trim()) {
    say(`Port ${DEFAULT_PORT} is in use, so this is on port ${port}`)
  }
  return serve(port)
}

/**
 * Serves the build until told to stop.
 * @param {number} port
 * @returns {Promise<number>} the exit code, if the server ends by itself
 */
async function serve(port) {
  exitWhenStopped(0)
  // What Next.js prints while starting is kept back, so that the address is the last thing said.
  let ready = false
  let startup = ''
  const ended = runTool('next', ['start', '--port', String(port)], {
    onOutput(text) {
      if (ready) process.stdout.write(text)
      else startup += text
    },
  })
  let over = false
  ended.then(() => {
    over = true
  })
  while (!over && !ready) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    ready = await answers(port)
  }
  if (over) {
    console.error(`${startup}\nThe server stopped before it was ready.`)
    return (await ended) || 1
  }
  console.log(`\nFacet is running at http://localhost:${port}`)
  return ended
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function answers(port) {
  return new Promise((resolve) => {
    get({ host: '127.0.0.1', port, path: '/', agent: false }, (response) => {
      response.resume().once('close', () => resolve(true))
    }).once('error', () => resolve(false))
  })
}

await runMain(main)
