/** Which of PostgreSQL's extensions a script needs: those it names, and those whose types it uses. */

/** Words that come from an extension; a dump of one schema leaves out where it is created. */
const SIGNS: readonly (readonly [extension: string, pattern: RegExp])[] = [
  ['citext', /\bcitext\b/i],
  ['hstore', /\bhstore\b/i],
  ['ltree', /\bl(?:tree|query|txtquery)\b/i],
  ['uuid-ossp', /\buuid_generate_v\d|\buuid-ossp\b/i],
  ['pgcrypto', /\b(?:gen_random_bytes|gen_salt|crypt|digest|hmac)\s*\(/i],
  ['pg_trgm', /\b(?:gin|gist)_trgm_ops\b/i],
  ['unaccent', /\bunaccent\b/i],
  ['btree_gist', /\bexclude\s+using\s+"?gist\b|\bgist_\w+_ops\b/i],
  ['btree_gin', /\busing\s+gin\b/i],
]

/** The extensions that a script creates, whether there are such or not. */
export function createdExtensions(texts: Iterable<string>): Set<string> {
  const names = new Set<string>()
  for (const text of texts) {
    const [, name] = /^create\s+extension\s+(?:if\s+not\s+exists\s+)?"?([\w-]+)/i.exec(text) ?? []
    if (name) names.add(name.toLowerCase())
  }
  return names
}

/** The extensions that a script creates, and those whose types or functions it uses without. */
export function extensionsOf(texts: readonly string[]): string[] {
  const names = createdExtensions(texts)
  for (const text of texts) {
    for (const [extension, pattern] of SIGNS) {
      if (!names.has(extension) && pattern.test(text)) names.add(extension)
    }
  }
  return [...names]
}
