/** Words that are the values of certain arguments. Source: the documentation of Prisma 7. */

import { docs, type Fact } from './fact'

const ACTIONS_PAGE = 'prisma-schema/data-model/relations/referential-actions'
const INDEXES_PAGE = 'prisma-schema/data-model/indexes'

export const ACTIONS: Readonly<Record<string, Fact>> = {
  Cascade: {
    summary: 'This record goes, or changes its foreign key, together with the one it refers to.',
    link: docs(`${ACTIONS_PAGE}#cascade`),
  },
  Restrict: {
    summary: 'As long as this record refers to it, the other cannot be deleted or changed.',
    link: docs(`${ACTIONS_PAGE}#restrict`),
  },
  NoAction: {
    summary:
      'The database refuses as with `Restrict`, in some databases only at the end of the transaction.',
    link: docs(`${ACTIONS_PAGE}#noaction`),
  },
  SetNull: {
    summary: 'The foreign key becomes null. All of its fields must be optional.',
    link: docs(`${ACTIONS_PAGE}#setnull`),
  },
  SetDefault: {
    summary: 'The foreign key becomes the default values of its fields.',
    link: docs(`${ACTIONS_PAGE}#setdefault`),
  },
}

export const SORTS: Readonly<Record<string, Fact>> = {
  Asc: { summary: 'From small to large.', link: docs(INDEXES_PAGE) },
  Desc: { summary: 'From large to small.', link: docs(INDEXES_PAGE) },
}

export const INDEX_TYPES: Readonly<Record<string, Fact>> = {
  BTree: {
    summary: 'Finds values by equality and by range, in order. What an index is by default.',
    link: docs(INDEXES_PAGE),
  },
  Hash: { summary: 'Finds values by equality alone.', link: docs(`${INDEXES_PAGE}#hash`) },
  Gin: {
    summary: 'Finds what is inside lists, JSON and text.',
    link: docs(`${INDEXES_PAGE}#generalized-inverted-index-gin`),
  },
  Gist: {
    summary: 'Finds values that overlap or are near, such as addresses of networks.',
    link: docs(`${INDEXES_PAGE}#generalized-search-tree-gist`),
  },
  SpGist: {
    summary: 'Finds values in data that divides unevenly, such as prefixes of text.',
    link: docs(`${INDEXES_PAGE}#space-partitioned-gist-sp-gist`),
  },
  Brin: {
    summary: 'A very small index for values that lie in the table in their order.',
    link: docs(`${INDEXES_PAGE}#block-range-index-brin`),
  },
}

/** What is known about a word as the value of such an argument. */
export function wordFact(what: string, name: string): Fact | null {
  const facts = { action: ACTIONS, sort: SORTS, indexType: INDEX_TYPES }[what]
  return facts?.[name] ?? null
}
