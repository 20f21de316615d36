import { expect, test } from 'vitest'
import { runs, systemPlaces } from './chromium.mjs'

test('Linux: the path first, and Chromium before others', () => {
  const places = systemPlaces('linux', { PATH: '/own/bin:/usr/bin' }, '/home/ada')
  expect(places.slice(0, 2)).toEqual(['/own/bin/chromium', '/usr/bin/chromium'])
  expect(places).toContain('/opt/google/chrome/google-chrome')
  expect(new Set(places).size).toBe(places.length)
})

test('macOS: both application folders', () => {
  const places = systemPlaces('darwin', {}, '/Users/ada')
  expect(places).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
  expect(places).toContain('/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium')
})

test('Windows: only folders that are known', () => {
  const places = systemPlaces('win32', { PROGRAMFILES: 'C:\\Program Files' }, '')
  expect(places).toEqual([
    'C:\\Program Files\\Chromium\\Application\\chrome.exe',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ])
})

test('what does not exist does not run', () => {
  expect(runs('/nowhere/chromium')).toBe(false)
})
