/** The design's tokens are `#rrggbb` or `rgb(r g b / a)`; Monaco takes hexadecimal only. */

/**
 * A colour as `#rrggbb` or `#rrggbbaa`.
 * @throws Error for any other notation: a programmer's mistake in the tokens.
 */
export function toHexColor(value: string): string {
  const text = value.trim()
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(text)
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`
  if (/^#(?:[\da-f]{6}|[\da-f]{8})$/i.test(text)) return text
  const parts =
    /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)(?:\s*[/,]\s*([\d.]+)(%?))?\s*\)$/.exec(text)
  if (!parts) throw new Error(`Not a colour the editor can take: ${value}`)
  const [, red, green, blue, alpha, percent] = parts
  const opacity = alpha === undefined ? [] : [Number(alpha) * (percent === '%' ? 2.55 : 255)]
  return `#${[Number(red), Number(green), Number(blue), ...opacity].map(toHexByte).join('')}`
}

function toHexByte(value: number): string {
  return Math.round(Math.min(255, Math.max(0, value)))
    .toString(16)
    .padStart(2, '0')
}
