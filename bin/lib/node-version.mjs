// @ts-check

/**
 * What is wrong with running on this Node, or `null` when nothing is.
 * @param {string} version the running version, as `20.19.1`
 * @param {string} range the `engines.node` of package.json, which is always `>=MAJOR.MINOR`
 * @returns {string | null}
 */
export function nodeProblem(version, range) {
  const wanted = /^>=(\d+)\.(\d+)/.exec(range)
  if (!wanted) throw new Error(`engines.node must look like ">=20.19", not "${range}"`)
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [wantedMajor, wantedMinor] = [Number(wanted[1]), Number(wanted[2])]
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return null
  return (
    `Facet needs Node ${wantedMajor}.${wantedMinor} or newer, and this is Node ${version}.\n` +
    'Install a current version from https://nodejs.org and run the same command again.'
  )
}
