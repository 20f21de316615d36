// @ts-check
// What must exist before the unit tests run.

import { ensureCluster } from './postgres-cluster.mjs'

export default ensureCluster
