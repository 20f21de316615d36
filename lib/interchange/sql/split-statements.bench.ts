import type { Benchmark } from '@/bin/bench/benchmark'
import { splitStatements } from './split-statements'

const TABLE = "CREATE TABLE `a` (\n  `id` int NOT NULL,\n  `b` varchar(80) DEFAULT 'x;'\n);\n"
const SCRIPT = TABLE.repeat(Math.ceil(10_000_000 / TABLE.length))

export const benchmarks: readonly Benchmark[] = [
  {
    name: 'cut a MySQL script of 10 MB into statements',
    budget: null,
    prepare: () => () => void splitStatements(SCRIPT, 'mysql'),
  },
]
