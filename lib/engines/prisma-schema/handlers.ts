/**
 * The worker's methods over Prisma's engine for the schema language (`@prisma/prisma-schema-wasm`),
 * without the worker, so that they also run in Node. They turn the engine's URIs into paths and its
 * JSON into our types, and keep from it what would make it panic.
 */
import { stripAnsi } from '../ansi'
import { type LinePosition, offsetOf, positionOf } from './line-positions'
import type {
  Diagnostic,
  EngineFix,
  NativeType,
  PrismaSchemaApi,
  PrismaVersion,
  SchemaFile,
} from './shared'

/** The exports used here; the same in the packages of Prisma 6 and 7. All values are JSON. */
export interface EngineModule {
  lint(files: string): string
  format(files: string, params: string): string
  code_actions(files: string, params: string): string
  native_types(files: string): string
  referential_actions(schema: string): string
  preview_features(): string
}

/** Makes the methods for one version of the engine. */
export function createHandlers(engine: EngineModule, version: PrismaVersion): PrismaSchemaApi {
  return {
    lint: ({ files }) => lint(engine, files),
    format: ({ files }) => format(engine, files),
    fixes: ({ files, diagnostic }) => fixes(engine, files, diagnostic),
    nativeTypes: ({ provider }) => nativeTypes(engine, minimalSchema(version, provider)),
    referentialActions: ({ provider }) =>
      JSON.parse(engine.referential_actions(minimalSchema(version, provider))),
    previewFeatures: () => JSON.parse(engine.preview_features()),
  }
}

interface EngineDiagnostic {
  readonly file_name: string
  /** UTF-16, in both versions: the engine converts its own byte offsets. */
  readonly start: number
  readonly end: number
  readonly text: string
  readonly is_warning: boolean
}

/** Sorted by file, in the order given, and place; the engine's own order is not always the same. */
function lint(engine: EngineModule, files: readonly SchemaFile[]): Diagnostic[] {
  if (files.length === 0) return []
  const found: EngineDiagnostic[] = JSON.parse(engine.lint(toEngine(files)))
  found.sort((a, b) => a.start - b.start || a.end - b.end)
  return files.flatMap(({ path }) => {
    const uri = uriOf(path)
    return found
      .filter((diagnostic) => diagnostic.file_name === uri)
      .map(
        ({ start, end, text, is_warning }): Diagnostic => ({
          path,
          from: start,
          to: end,
          message: stripAnsi(text),
          severity: is_warning ? 'warning' : 'error',
        }),
      )
  })
}

function format(engine: EngineModule, files: readonly SchemaFile[]): SchemaFile[] {
  const [first] = files
  if (!first) return []
  // All files are laid out, whichever is named.
  const params = {
    textDocument: { uri: uriOf(first.path) },
    options: { tabSize: 2, insertSpaces: true },
  }
  const formatted = new Map<string, string>(
    JSON.parse(engine.format(toEngine(files), JSON.stringify(params))),
  )
  return files.map(({ path, text }) => ({ path, text: formatted.get(uriOf(path)) ?? text }))
}

interface EngineRange {
  readonly start: LinePosition
  readonly end: LinePosition
}

interface EngineCodeAction {
  readonly title: string
  readonly edit?: {
    readonly changes?: Readonly<
      Record<string, readonly { readonly range: EngineRange; readonly newText: string }[]>
    >
  }
}

/** What the engine offers about one of its findings, without offers that change nothing. */
function fixes(
  engine: EngineModule,
  files: readonly SchemaFile[],
  { path, from, to, message, severity }: Diagnostic,
): EngineFix[] {
  const text = files.find((file) => file.path === path)?.text
  if (text === undefined) return []
  const range = { start: positionOf(text, from), end: positionOf(text, to) }
  const params = {
    textDocument: { uri: uriOf(path) },
    range,
    context: { diagnostics: [{ range, message, severity: severity === 'error' ? 1 : 2 }] },
  }
  const actions: EngineCodeAction[] = JSON.parse(
    engine.code_actions(toEngine(files), JSON.stringify(params)),
  )
  return actions.flatMap(({ title, edit }): EngineFix[] => {
    const edits = files.flatMap((file) =>
      (edit?.changes?.[uriOf(file.path)] ?? []).map(({ range: { start, end }, newText }) => ({
        path: file.path,
        from: offsetOf(file.text, start),
        to: offsetOf(file.text, end),
        insert: newText,
      })),
    )
    return edits.length > 0 ? [{ title, edits }] : []
  })
}

interface EngineNativeType {
  readonly name: string
  readonly _number_of_args: number
  readonly _number_of_optional_args: number
  readonly prisma_types: readonly string[]
}

function nativeTypes(engine: EngineModule, schema: string): NativeType[] {
  const types: EngineNativeType[] = JSON.parse(
    engine.native_types(toEngine([{ path: 'schema.prisma', text: schema }])),
  )
  return types.map((type) => ({
    name: type.name,
    requiredArguments: type._number_of_args,
    optionalArguments: type._number_of_optional_args,
    scalarTypes: type.prisma_types,
  }))
}

/** The engine answers questions about a provider only for a datasource that is valid. */
function minimalSchema(version: PrismaVersion, provider: string): string {
  const url = version === 6 ? '  url = "_"\n' : ''
  return `datasource db {\n  provider = ${JSON.stringify(provider)}\n${url}}\n`
}

/** Lone surrogates have no place in JSON and make the engine panic; offsets stay the same. */
function toEngine(files: readonly SchemaFile[]): string {
  return JSON.stringify(files.map(({ path, text }) => [uriOf(path), text.toWellFormed()]))
}

/** With anything but a proper URI, some of the engine's calls silently do nothing. */
function uriOf(path: string): string {
  return `file:///${path.toWellFormed().split('/').map(encodeURIComponent).join('/')}`
}
