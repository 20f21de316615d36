/** The check of what a design from outside memory says of its connection. */

import {
  CONNECTION_PROPERTIES,
  type ConnectionSettings,
  isConnectionValue,
} from '@/lib/schema/connection'

/**
 * `null` when nothing of it is usable. What is not usable is left out: the one place that shows a
 * connection shows then what everybody has at first.
 */
export function checkConnection(value: unknown): ConnectionSettings | null {
  if (typeof value !== 'object' || value === null) return null
  const settings = CONNECTION_PROPERTIES.flatMap((name) => {
    const text: unknown = Object.hasOwn(value, name) && (value as Record<string, unknown>)[name]
    return typeof text === 'string' && isConnectionValue(text) ? [[name, text] as const] : []
  })
  return settings.length > 0 ? Object.fromEntries(settings) : null
}
