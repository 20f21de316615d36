import { findSchemas } from '@/bin/corpus/find-schemas'
import { createRandom } from '@/bin/corpus/random'
import { createDocument, applyStep, type Step } from '@/lib/document/document'
import { findTreeFault } from '@/lib/psl/invariants'
import { findDriftUnderEdits } from './incremental'
import * as inv from '@/lib/psl/invariants'
import { parse } from '@/lib/psl/parse'
const [path, ...frag] = process.argv.slice(2)
const text = require('fs').readFileSync(path, 'utf8')
console.log(findTreeFault(parse(text)))
