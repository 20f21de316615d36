import { describe, expect, it } from 'vitest'
import { firstPaintScript } from './first-paint'
import { PREFERENCES_KEY, readPreferences } from './preferences'

describe('readPreferences', () => {
  it('suits the window when nothing is stored', () => {
    expect(readPreferences(null, 1440)).toMatchObject({ isExplorerOpen: true, codeWidth: 461 })
    expect(readPreferences(null, 1000)).toMatchObject({ isExplorerOpen: false, isCodeOpen: true })
  })

  it('gives the inspector more than half of the height beside the diagram', () => {
    expect(readPreferences(null, 1440, 900)).toMatchObject({ inspectorHeight: 451 })
    expect(readPreferences(null, 1440, 300)).toMatchObject({ inspectorHeight: 280 })
    const stored = JSON.stringify({ inspectorHeight: 200 })
    expect(readPreferences(stored, 1440, 900)).toMatchObject({ inspectorHeight: 200 })
  })

  it('keeps what is stored within bounds', () => {
    const stored = JSON.stringify({ isCodeOpen: false, codeWidth: 99999, explorerWidth: 1.5 })
    expect(readPreferences(stored, 1440)).toMatchObject({
      isCodeOpen: false,
      codeWidth: 1100,
      explorerWidth: 200,
    })
  })

  it.each(['', '{', 'null', '7', '[]', '{"codeWidth":"wide","isCodeOpen":1}'])(
    'reads %j as nothing',
    (stored) => {
      expect(readPreferences(stored, 1440)).toEqual(readPreferences(null, 1440))
    },
  )
})

describe('firstPaintScript', () => {
  /** Runs the script as a page does: with nothing of this module in reach. */
  function paint(innerWidth: number, stored: string | null) {
    const properties: Record<string, string> = {}
    const page = {
      window: { innerWidth },
      localStorage: { getItem: (key: string) => (key === PREFERENCES_KEY ? stored : null) },
      document: {
        documentElement: {
          style: {
            setProperty: (name: string, value: string) => {
              properties[name] = value
            },
          },
        },
      },
    }
    new Function(...Object.keys(page), firstPaintScript())(...Object.values(page))
    return properties
  }

  it('sets the widths that the panes will have', () => {
    expect(paint(1440, JSON.stringify({ codeWidth: 600 }))).toEqual({
      '--explorer-width': '304px',
      '--code-width': '600px',
    })
    expect(paint(1440, JSON.stringify({ isCodeOpen: false }))).toMatchObject({
      '--code-width': '0px',
    })
  })

  it('leaves no room for panes in a narrow window', () => {
    expect(paint(390, null)).toEqual({ '--explorer-width': '0px', '--code-width': '0px' })
  })
})
