/** Versions of Prisma, as far as an oracle's origin tells them. */

export interface Version {
  readonly major: number
  readonly minor: number
}

/** Reads the first version in a text such as `6.14 (engine main)`; one that says none is 0.0. */
export function parseVersion(text: string): Version {
  const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(text) ?? []
  return { major: Number(major), minor: Number(minor) }
}

/** Whether a version is older than another, written `4.2`. */
export function isBefore(version: Version, other: string): boolean {
  const { major, minor } = parseVersion(other)
  return version.major < major || (version.major === major && version.minor < minor)
}
