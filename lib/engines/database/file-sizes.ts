/** About how large the files are that the databases are made of, in bytes; held to them by a test. */
export const FILE_SIZES = {
  /** PGlite’s PostgreSQL. */
  program: 9_086_480,
  /** What PostgreSQL reads while it runs: catalogues, time zones. */
  files: 6_242_272,
  /** The empty cluster, compressed. */
  cluster: 4_520_000,
  sqlite: 879_084,
}
