// @ts-check
// Which port to serve on.

import { createServer } from 'node:net'
import { PlainError } from './project.mjs'

export const DEFAULT_PORT = 3000

/** How many ports after the default one are tried. */
const ATTEMPTS = 50

/**
 * The port to serve on: the one asked for, or the first free one from the default up. `0` asks
 * for any free port.
 * @param {string | undefined} asked the value of `PORT`
 * @param {(port: number) => Promise<boolean>} [isFree]
 * @returns {Promise<number>}
 * @throws {PlainError} when `asked` is no port, or is taken
 */
export async function choosePort(asked, isFree = isPortFree) {
  if (asked === undefined || asked.trim() === '') {
    for (let port = DEFAULT_PORT; port < DEFAULT_PORT + ATTEMPTS; port++) {
      if (await isFree(port)) return port
    }
    throw new PlainError(
      `Ports ${DEFAULT_PORT} to ${DEFAULT_PORT + ATTEMPTS - 1} are all in use. ` +
        'Choose another with the PORT variable.',
    )
  }
  if (!/^\d{1,5}$/.test(asked.trim()) || Number(asked) > 65535) {
    throw new PlainError(`PORT must be a number from 0 to 65535, not "${asked}".`)
  }
  const port = Number(asked)
  if (port === 0) return anyFreePort()
  if (await isFree(port)) return port
  throw new PlainError(
    `Port ${port}, asked for with PORT, is already in use. ` +
      'Stop what is using it, or choose another port.',
  )
}

/**
 * A port that nobody uses at the moment.
 * @returns {Promise<number>}
 */
export function anyFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/**
 * Whether a server for all interfaces can take this port, and would be the one that `localhost`
 * reaches. Some systems let one process hold the wildcard address while another holds the
 * loopback, so both are tried.
 * @param {number} port
 */
export async function isPortFree(port) {
  for (const host of ['::', '0.0.0.0', '::1', '127.0.0.1']) {
    if (!(await canListen(port, host))) return false
  }
  return true
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      // A machine without IPv6 has nobody listening there either.
      resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT')
    })
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}
