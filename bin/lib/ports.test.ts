import { createServer, type Server } from 'node:net'
import { expect, test } from 'vitest'
import { anyFreePort, choosePort, isPortFree } from './ports.mjs'

/** An `isFree` for which only these ports are taken. */
function takenPorts(...taken: number[]): (port: number) => Promise<boolean> {
  return async (port) => !taken.includes(port)
}

test('without PORT, the first free one from 3000', async () => {
  expect(await choosePort(undefined, takenPorts())).toBe(3000)
  expect(await choosePort('', takenPorts(3000, 3001))).toBe(3002)
})

test('PORT is kept to', async () => {
  expect(await choosePort('8080', takenPorts(3000))).toBe(8080)
  await expect(choosePort('8080', takenPorts(8080))).rejects.toThrow('Port 8080')
})

test('PORT that is no port is refused', async () => {
  for (const asked of ['http', '-1', '65536', '80.5', '0x50']) {
    await expect(choosePort(asked, takenPorts()), asked).rejects.toThrow(`not "${asked}"`)
  }
})

test('0 asks for any free port', async () => {
  expect(await choosePort('0')).toBeGreaterThan(0)
})

test('gives up when every port is taken', async () => {
  await expect(choosePort(undefined, async () => false)).rejects.toThrow('all in use')
})

test.each(['127.0.0.1', '0.0.0.0'])('a server on %s takes its port', async (host) => {
  const port = await anyFreePort()
  expect(await isPortFree(port)).toBe(true)
  const server = await listen(port, host)
  expect(await isPortFree(port)).toBe(false)
  await new Promise((resolve) => server.close(resolve))
  expect(await isPortFree(port)).toBe(true)
})

function listen(port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, host, () => resolve(server))
  })
}
