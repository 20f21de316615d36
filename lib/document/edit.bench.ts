import type { Benchmark } from '@/bin/bench/benchmark'
import { renameBlock } from '@/lib/commands/rename-block'
import { benchmarkSchema } from '@/lib/psl/benchmark-schema'
import { changeSet } from '@/lib/text/change-set'
import { applyStep, createDocument, type SchemaDocument } from './document'

const PATH = 'schema.prisma'
const NOWHERE = new Map<string, null>()

/** One key typed at the end of the `word` in the middle of the text, and the next run deletes it. */
function typing(name: string, word: string): Benchmark {
  return {
    name,
    budget: 1,
    prepare() {
      let document = createDocument([{ path: PATH, text: benchmarkSchema(1000) }])
      const text = textOf(document)
      const at = text.indexOf(word, text.length / 2) + word.length
      let isTyped = false
      return () => {
        const edit = { from: at, to: isTyped ? at + 1 : at, insert: isTyped ? '' : 'x' }
        const changes = changeSet(textOf(document).length, [edit])
        const step = { files: [{ kind: 'edit' as const, path: PATH, changes }], positions: NOWHERE }
        document = applyStep(document, step)?.document ?? document
        isTyped = !isTyped
      }
    },
  }
}

function textOf(document: SchemaDocument): string {
  return document.files.get(PATH)?.syntax.text ?? ''
}

export const benchmarks: readonly Benchmark[] = [
  {
    name: 'open 1,000 models: text, tree and graph',
    budget: null,
    prepare() {
      const text = benchmarkSchema(1000)
      return () => {
        createDocument([{ path: PATH, text }])
      }
    },
  },
  typing('type in a field, 1,000 models', '  createdAt'),
  typing('type in the name of a model, 1,000 models', '\nmodel Model500'),
  {
    name: 'rename a model with 300 references, by command',
    budget: null,
    prepare() {
      const references = Array.from(
        { length: 300 },
        (_, index) =>
          `model Reader${index} {\n  id Int @id\n  user User @relation("r${index}")\n}\n`,
      )
      const text = `model User {\n  id Int @id\n}\n${references.join('\n')}${benchmarkSchema(700)}`
      let document = createDocument([{ path: PATH, text }])
      const id = document.graph.blockByName.get('User')?.id ?? ''
      let count = 0
      return () => {
        const files = new Map([...document.files].map(([path, { syntax }]) => [path, syntax]))
        const args = { blockId: id, name: `Person${count++}` }
        const result = renameBlock.run({ graph: document.graph, files }, args)
        const changes = (result?.edits ?? []).map(({ path, edits }) => ({
          kind: 'edit' as const,
          path,
          changes: changeSet(textOf(document).length, edits),
        }))
        document = applyStep(document, { files: changes, positions: NOWHERE })?.document ?? document
      }
    },
  },
]
