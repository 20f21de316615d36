/** Texts that suit a column by its name and its table's: an address for `email`, a price tag for `sku`. */

import type { Persona } from './persona'
import type { Random } from './random'
import {
  COLORS,
  CURRENCIES,
  FILE_EXTENSIONS,
  KINDS,
  LANGUAGES,
  MEDIA_TYPES,
  ROLES,
  SENTENCES,
  STATUSES,
} from './words'

export interface TextSubject {
  /** The words of the field's and the model's name, in lower case. */
  readonly words: readonly string[]
  readonly tableWords: readonly string[]
  /** How many characters there is room for. */
  readonly maxLength: number
}

type Writer = (persona: Persona, random: Random, subject: TextSubject) => string

/** The first whose pattern is found in the words, joined by spaces, writes the text. */
const WRITERS: readonly (readonly [RegExp, Writer])[] = [
  [/\be ?mail\b/, ({ first, last }) => `${plain(first)}.${plain(last)}@example.com`],
  [/\b(?:first|given|fore) ?names?\b/, ({ first }) => first],
  [/\b(?:last|family|sur) ?names?\b/, ({ last }) => last],
  [/\b(?:user ?name|login|handle|nick ?name|screen name)\b/, username],
  [/\b(?:file ?name|file)$/, fileName],
  [/\b(?:mime|media|content) type\b/, (_, random) => random.pick(MEDIA_TYPES)],
  [/\b(?:ext|extension)$/, (_, random) => random.pick(FILE_EXTENSIONS)],
  [/\b(?:company|organi[sz]ation|employer|vendor|supplier|brand|publisher)( name)?$/, companyOf],
  [/\b(?:author|customer|contact|owner|sender|recipient|full|display|person) ?name$/, fullName],
  [/\b(?:image|avatar|photo|picture|logo|thumbnail|cover|banner)\b(?! (?:id|name|alt)\b)/, image],
  [/\b(?:url|uri|link|website|homepage|href|webhook|callback|endpoint)$/, url],
  [/\b(?:domain|host|hostname|subdomain)$/, ({ company }) => `${slug(company)}.example.com`],
  [/\b(?:slug|permalink)$/, ({ title }, random) => `${slug(title)}-${random.integer(2, 99)}`],
  [/\b(?:path|route)$/, ({ topic, title }) => `/${slug(topic)}/${slug(title)}`],
  [/\b(?:phone|tel|telephone|mobile|fax|cell)\b/, phone],
  [/\b(?:street|address|line ?1|line|addr)( 1)?$/, ({ street }) => street],
  [/\b(?:city|town|locality)( name)?$/, ({ place }) => place[0]],
  [/\b(?:province|region|county)( name)?$/, ({ place }) => place[1]],
  [/\b(?:zip|postal|postcode|post code)( code)?$/, ({ place }) => place[2]],
  [/\b(?:country|nationality)( name)?$/, country],
  [/\b(?:country|nation) (?:code|iso|id)$/, ({ place }) => place[4]],
  [/\b(?:location|place|venue)$/, ({ place }) => `${place[0]}, ${place[3]}`],
  [/\b(?:currency)( code)?$/, (_, random) => random.pick(CURRENCIES)],
  [/\b(?:language|locale|lang)( code)?$/, (_, random) => random.pick(LANGUAGES)],
  [/\b(?:time ?zone|tz)$/, ({ place }) => place[5]],
  [/\b(?:colou?r|hex)$/, (_, random) => random.pick(COLORS)],
  [/\bip( address)?$/, (_, random) => `192.0.2.${random.integer(1, 254)}`],
  [
    /\bmac( address)?$/,
    (_, random) => `02:00:5e:${octet(random)}:${octet(random)}:${octet(random)}`,
  ],
  [/\buser agent$/, () => 'Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0'],
  [/\b(?:token|secret|hash|password|checksum|signature|digest|salt|api key|access key)$/, secret],
  [/\b(?:uuid|guid)$/, (_, random) => uuid(random)],
  [/\b(?:sku|code|reference|ref|number|barcode|serial|external id|invoice|coupon)$/, code],
  [/\bversion$/, (_, random) => `${random.integer(1, 4)}.${random.integer(0, 12)}.0`],
  [/\b(?:status|state|stage|phase)$/, (_, random) => random.pick(STATUSES)],
  [
    /\b(?:type|kind|mode|level|tier|plan|method|provider|source|channel)$/,
    (_, random) => random.pick(KINDS),
  ],
  [/\b(?:role|permission|scope)s?$/, (_, random) => random.pick(ROLES)],
  [
    /\b(?:tag|category|topic|genre|label|keyword|interest|skill|subject area|department)s?$/,
    ({ topic }) => topic,
  ],
  [/\b(?:title|headline|subject|heading)$/, ({ title }) => title],
  [
    /\b(?:description|summary|bio|about|body|content|text|message|comment|notes?|excerpt|caption|reason|details?|remark|answer|question|feedback|instructions?|review|abstract)$/,
    sentence,
  ],
  [/\b(?:name|label)$/, nameOfTable],
]

/** Tables of people, of organisations, of goods, of subjects, by a word of their name. */
const PEOPLE =
  /^(?:users?|authors?|customers?|members?|employees?|persons?|people|students?|teachers?|contacts?|patients?|doctors?|profiles?|accounts?|owners?|guests?|clients?|artists?|drivers?|admins?|staff|players?|speakers?|attendees?|candidates?|subscribers?)$/
const ORGANISATIONS =
  /^(?:compan(?:y|ies)|organi[sz]ations?|orgs?|tenants?|workspaces?|vendors?|suppliers?|brands?|publishers?|shops?|stores?|banks?|hotels?|schools?|clinics?|agenc(?:y|ies)|restaurants?|manufacturers?|carriers?)$/
const GOODS = /^(?:products?|items?|variants?|goods|articles?|parts?)$/
const SUBJECTS =
  /^(?:tags?|categor(?:y|ies)|topics?|labels?|genres?|skills?|departments?|groups?|courses?|channels?|forums?)$/
const PLACES_BY_NAME = /^(?:cit(?:y|ies)|towns?|locations?)$/
const COUNTRIES = /^countr(?:y|ies)$/

/** A text of at most `maxLength` characters. */
export function textFor(subject: TextSubject, persona: Persona, random: Random): string {
  const name = subject.words.join(' ')
  const writer = WRITERS.find(([pattern]) => pattern.test(name))?.[1]
  const text = writer ? writer(persona, random, subject) : persona.title
  return cut(text, subject.maxLength)
}

/** The same text made another by a number, for a column that has to be unique. */
export function distinguished(text: string, number: number, maxLength: number): string {
  const at = text.lastIndexOf('@')
  const [head, tail] = at > 0 ? [text.slice(0, at), text.slice(at)] : [text, '']
  const mark = `${text.includes(' ') || /^\p{Lu}\p{Ll}+$/u.test(text) ? ' ' : at > 0 || /\d$/.test(head) ? '.' : ''}${number}`
  const room = maxLength - mark.length - tail.length
  if (room >= 1) return cut(head, room) + mark + tail
  // No room for both: the number alone, in as few characters as may be.
  return number.toString(36).toUpperCase().padStart(Math.min(2, maxLength), '0').slice(-maxLength)
}

export function uuid(random: Random): string {
  const hex = hexDigits(random, 30)
  const variant = random.pick(['8', '9', 'a', 'b'])
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-${variant}${hex.slice(15, 18)}-${hex.slice(18, 30)}`
}

export function hexDigits(random: Random, length: number): string {
  return Array.from({ length }, () => random.integer(0, 15).toString(16)).join('')
}

function cut(text: string, length: number): string {
  return text.length <= length
    ? text
    : [...text].slice(0, length).join('').slice(0, length).trimEnd()
}

/** Without accents, in lower case. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase()
}

function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/\s+/g, '-')
    .toLowerCase()
}

function fullName({ first, last }: Persona): string {
  return `${first} ${last}`
}

function companyOf({ company }: Persona): string {
  return company
}

function username({ first, last }: Persona): string {
  return plain(first) + plain(last).slice(0, 1)
}

function fileName({ title }: Persona, random: Random): string {
  return `${slug(title)}.${random.pick(FILE_EXTENSIONS)}`
}

function image({ title }: Persona): string {
  return `https://example.com/images/${slug(title)}.png`
}

function url({ topic, title }: Persona): string {
  return `https://example.com/${slug(topic)}/${slug(title)}`
}

/** Of the numbers that are kept free for fiction. */
function phone(_: Persona, random: Random): string {
  return `+1 202 555 01${String(random.integer(0, 99)).padStart(2, '0')}`
}

function country({ place }: Persona, _: Random, { maxLength }: TextSubject): string {
  return maxLength <= 3 ? place[4] : place[3]
}

function octet(random: Random): string {
  return random.integer(0, 255).toString(16).padStart(2, '0')
}

function secret(_: Persona, random: Random, { maxLength }: TextSubject): string {
  return hexDigits(random, Math.min(32, maxLength))
}

function code({ topic }: Persona, random: Random, { maxLength }: TextSubject): string {
  const number = String(random.integer(1000, 9999))
  return maxLength < 7 ? number : `${topic.slice(0, 2).toUpperCase()}-${number}`
}

function sentence(_: Persona, random: Random): string {
  const first = random.pick(SENTENCES)
  return random.chance(0.4) ? `${first} ${random.pick(SENTENCES)}` : first
}

function nameOfTable(persona: Persona, _: Random, { tableWords }: TextSubject): string {
  const has = (pattern: RegExp) => tableWords.some((word) => pattern.test(word))
  if (has(PEOPLE)) return fullName(persona)
  if (has(ORGANISATIONS)) return persona.company
  if (has(GOODS)) return persona.product
  if (has(SUBJECTS)) return persona.topic
  if (has(COUNTRIES)) return persona.place[3]
  if (has(PLACES_BY_NAME)) return persona.place[0]
  return persona.title
}
