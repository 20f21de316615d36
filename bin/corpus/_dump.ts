import { findSchemas } from '@/bin/corpus/find-schemas'
import { createRandom } from './random'
import { findDriftUnderEdits } from './_inc'
for (const s of findSchemas(process.argv[2]!)) if (s.label.includes(process.argv[3]!)) console.log(findDriftUnderEdits(s.files.map(f => ({ path: f.path, text: Buffer.from(f.bytes).toString() })), createRandom(1, s.label, 'incremental'), 20))
