// @ts-check
// The command line of `npm test`.

import * as util from 'node:util'
import { PlainError } from './project.mjs'

/** The stages of an ordinary run, in their order. */
export const STAGES = /** @type {const} */ (['types', 'lint', 'unit', 'build', 'e2e'])

/** @typedef {(typeof STAGES)[number] | 'performance'} StageName */

export const HELP = `npm test [-- OPTIONS [FILTER…]]

Runs everything: types, lint, unit and property tests, the production build, and the
end-to-end tests in a real Chromium. What is missing is installed first.

  --only STAGE      run only this stage: types, lint, unit, build, e2e or performance;
                    repeat it, or separate several with commas
  --grep, -g TEXT   of the end-to-end tests, only those whose title matches
  --help, -h        print this

FILTER picks test files by a part of their path; it needs --only unit or --only e2e.

  npm test -- --only unit lib/psl
  npm test -- --only e2e -g "share link"

The performance stage is not part of an ordinary run; see also "npm run bench:e2e".
The last line is always "N passed, N failed", with ", N skipped" if any were. Each of types,
lint and build counts as one. CHROMIUM_PATH names the Chromium to use.`

/**
 * @typedef {object} TestOptions
 * @property {boolean} help
 * @property {StageName[]} stages
 * @property {string | undefined} grep
 * @property {string[]} filters
 */

/**
 * Reads the command line of `npm test`.
 * @param {string[]} args
 * @returns {TestOptions}
 * @throws {PlainError} when it makes no sense
 */
export function readOptions(args) {
  const { values, positionals } = parse(args)
  const only = (values.only ?? []).flatMap((list) => list.split(','))
  for (const name of only) {
    if (!isStage(name)) throw new PlainError(`There is no stage "${name}". See npm test -- --help.`)
  }
  const stages = only.length > 0 ? only.filter(isStage) : [...STAGES]
  const takesFilters = stages.length === 1 && stages[0] !== 'types' && stages[0] !== 'lint'
  if (positionals.length > 0 && (!takesFilters || stages[0] === 'build')) {
    throw new PlainError('A file filter needs --only unit or --only e2e. See npm test -- --help.')
  }
  return { help: values.help ?? false, stages, grep: values.grep, filters: positionals }
}

/** @param {string[]} args */
function parse(args) {
  try {
    return util.parseArgs({
      args,
      allowPositionals: true,
      options: {
        only: { type: 'string', multiple: true },
        grep: { type: 'string', short: 'g' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : error}`)
  }
}

/**
 * @param {string} name
 * @returns {name is StageName}
 */
function isStage(name) {
  return name === 'performance' || STAGES.some((stage) => stage === name)
}
