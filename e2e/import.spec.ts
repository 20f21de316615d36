import { axe } from './support/axe'
import { Facet } from './support/facet'
import { expect, test } from './support/test'

const MYSQL = `-- MySQL dump 10.13  Distrib 8.4.2
/*!40101 SET NAMES utf8mb4 */;
DROP TABLE IF EXISTS \`bottles\`;
CREATE TABLE \`bottles\` (
  \`id\` int unsigned NOT NULL AUTO_INCREMENT,
  \`cellar_id\` int unsigned NOT NULL,
  \`label\` varchar(120) NOT NULL,
  \`state\` enum('laid down','opened') NOT NULL DEFAULT 'opened',
  PRIMARY KEY (\`id\`),
  KEY \`bottles_cellar_id_idx\` (\`cellar_id\`),
  CONSTRAINT \`bottles_cellar\` FOREIGN KEY (\`cellar_id\`) REFERENCES \`cellars\` (\`id\`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
CREATE TABLE \`cellars\` (\`id\` int unsigned NOT NULL, PRIMARY KEY (\`id\`)) ENGINE=InnoDB;
INSERT INTO \`cellars\` VALUES (1);
`

const SQL_SERVER = `USE [Ferries]
GO
SET ANSI_NULLS ON
GO
CREATE TABLE [dbo].[Berths](
	[Id] [int] IDENTITY(1,1) NOT NULL,
	[Name] [nvarchar](60) NOT NULL,
 CONSTRAINT [PK_Berths] PRIMARY KEY CLUSTERED ([Id] ASC)
) ON [PRIMARY]
GO
CREATE PROCEDURE [dbo].[Tide] AS SELECT 1;
GO
`

const POSTGRESQL = `-- PostgreSQL database dump
\\restrict abc
SELECT pg_catalog.set_config('search_path', '', false);
CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public;
CREATE TYPE public.state AS ENUM ('open', 'sent');
CREATE TABLE public.guest (id integer NOT NULL, taste public.vector(3), state public.state DEFAULT 'open'::public.state NOT NULL);
ALTER TABLE public.guest OWNER TO app;
COPY public.guest (id) FROM stdin;
${'123456789\n'.repeat(1_000_000)}\\.
CREATE TABLE kitchen.dish (id uuid DEFAULT gen_random_uuid() NOT NULL, guest_id integer NOT NULL);
ALTER TABLE ONLY public.guest ADD CONSTRAINT guest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY kitchen.dish ADD CONSTRAINT dish_pkey PRIMARY KEY (id);
ALTER TABLE ONLY kitchen.dish ADD CONSTRAINT dish_guest FOREIGN KEY (guest_id) REFERENCES public.guest(id) ON DELETE CASCADE;
GRANT SELECT ON TABLE public.guest TO reader;
`

const SQLITE = `PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE Address (id INTEGER PRIMARY KEY AUTOINCREMENT, planet TEXT NOT NULL, price DECIMAL);
INSERT INTO Address VALUES(1,'Mars',NULL);
CREATE TABLE Crater (id INTEGER PRIMARY KEY, address_id INTEGER NOT NULL REFERENCES Address (id), depth INT GENERATED ALWAYS AS (id * 2) STORED) STRICT;
CREATE VIRTUAL TABLE search USING fts5(planet);
CREATE TABLE IF NOT EXISTS 'search_data'(id INTEGER PRIMARY KEY, block BLOB);
DELETE FROM sqlite_sequence;
COMMIT;
`

test('runs a pg_dump with 10 MB of rows in a PostgreSQL of its own, until it is stopped', async ({
  page,
}) => {
  const facet = new Facet(page)
  await facet.start()
  await facet.openFiles({ name: 'inn.sql', text: POSTGRESQL })
  const dialog = page.getByRole('dialog', { name: 'Import SQL' })
  await dialog.getByRole('button', { name: 'Preview' }).click()
  await dialog.getByRole('button', { name: 'Stop' }).click()
  await expect(dialog.getByRole('progressbar')).toBeHidden()
  await dialog.getByRole('button', { name: 'Preview' }).click()
  await expect(dialog.getByText('2 models, 1 enum; 5 statements skipped')).toBeVisible({
    timeout: 40_000,
  })
  await expect(dialog.getByLabel('Resulting schema')).toHaveValue(
    /schemas += \["kitchen", "public"\][\s\S]*guest +guest +@relation\(fields: \[guest_id\], references: \[id\], onDelete: Cascade, onUpdate: NoAction, map: "dish_guest"\)/,
  )
  await dialog.getByText('Skipped statements').first().click()
  const skipped = dialog.getByRole('list', { name: 'Skipped statements' })
  await expect(skipped).toContainText('The type vector comes from outside the script')
  await expect(skipped).toContainText('Rows are not part of a Prisma schema.')
  await dialog.getByRole('button', { name: 'Open as a new design' }).click()
  await expect(facet.row('model guest', 'taste Unsupported("vector")')).toBeVisible()
  await expect(facet.validity).toHaveText('Valid')
})

test('replaces blocks by those of a dropped script of SQLite, in their places', async ({
  page,
}) => {
  const facet = new Facet(page)
  await facet.start()
  const before = await facet.diagram.getByRole('group').count()
  const place = () =>
    facet.block('model Address').evaluate((node) => node.parentElement?.style.transform)
  const first = await place()
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([text], 'mars.sql'))
    return transfer
  }, SQLITE)
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await page.dispatchEvent('body', type, { dataTransfer: data })
  }
  const dialog = page.getByRole('dialog', { name: 'Import SQL' })
  await expect(dialog.getByText('mars.sql')).toBeVisible()
  await expect(dialog.getByLabel('Database or language')).toContainText(
    'Told from the text: SQLite',
  )
  await dialog.getByRole('button', { name: 'Preview' }).click()
  await expect(dialog.getByText('2 models, 0 enums; 2 statements skipped')).toBeVisible({
    timeout: 20_000,
  })
  const merging = dialog.getByRole('region', { name: 'When merging' })
  await expect(merging).toContainText('Address → Address2')
  await merging.getByText('Replace the old').click()
  await expect(merging).toContainText('Replaced (1)Address')
  await expect(merging).toContainText('New (1)Crater')
  expect(await axe(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Merge into this design' }).click()
  await expect(facet.block('model Crater')).toBeVisible()
  await expect(facet.row('model Address', 'planet String')).toBeVisible()
  expect(await place()).toBe(first)
  await facet.button('Undo').click()
  await expect(facet.row('model Address', 'planet String')).toBeHidden()
  expect(await facet.diagram.getByRole('group').count()).toBe(before)
})

test('opens a mysqldump as a new design, after showing what it comes to', async ({ page }) => {
  const facet = new Facet(page)
  await facet.start()
  await facet.openFiles({ name: 'wine.sql', text: MYSQL })
  const dialog = page.getByRole('dialog', { name: 'Import SQL' })
  await expect(dialog.getByText('wine.sql')).toBeVisible()
  await dialog.getByRole('button', { name: 'Preview' }).click()
  await expect(dialog.getByRole('status')).toHaveText('2 models, 1 enum; 1 statement skipped')
  await expect(dialog.getByLabel('Resulting schema')).toHaveValue(
    /cellars +cellars +@relation\(fields: \[cellar_id\], references: \[id\], onDelete: Cascade, onUpdate: NoAction, map: "bottles_cellar"\)/,
  )
  await dialog.getByText('Skipped statements').first().click()
  await expect(
    dialog.getByRole('list', { name: 'Skipped statements' }).getByRole('listitem'),
  ).toContainText('Line 14: Data is not imported')
  expect(await axe(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Open as a new design' }).click()
  await expect(facet.row('model bottles', 'label String')).toBeVisible()
  await expect(facet.validity).toHaveText('Valid')
})

test('merges a script of SQL Server into the design, as one step', async ({ page }) => {
  const facet = new Facet(page)
  await facet.start()
  const before = await facet.diagram.getByRole('group').count()
  await facet.runAction('Import SQL or DBML…')
  const dialog = page.getByRole('dialog', { name: 'Import SQL' })
  await dialog.getByLabel('Script', { exact: true }).fill(SQL_SERVER)
  await dialog.getByRole('button', { name: 'Preview' }).click()
  await dialog.getByRole('button', { name: 'Merge into this design' }).click()
  await expect(facet.block('model Berths')).toBeInViewport()
  await facet.button('Undo').click()
  await expect(facet.block('model Berths')).toBeHidden()
  expect(await facet.diagram.getByRole('group').count()).toBe(before)
})

test('says what is wrong with hostile input, and leaves the design as it is', async ({ page }) => {
  const facet = new Facet(page)
  await facet.start()
  const first = facet.diagram.getByRole('group').first()
  const dialog = page.getByRole('dialog', { name: 'Import SQL' })
  await facet.openFiles({ name: 'binary.sql', text: '\0\u0001\0' })
  await expect(dialog.getByText('binary.sql is not a text file.')).toBeVisible()

  await dialog.getByLabel('Database or language').selectOption('MySQL or MariaDB')
  await dialog.getByLabel('Script', { exact: true }).fill("SELECT 'never closed")
  await dialog.getByRole('button', { name: 'Preview' }).click()
  await expect(dialog.getByText(/Line 1: A string is never closed/)).toBeVisible()

  await dialog.getByLabel('Database or language').selectOption('PostgreSQL')
  await dialog
    .getByLabel('Script', { exact: true })
    .fill('CREATE TABLE public.a (\n  id INT8 NOT NULL DEFAULT unique_rowid()\n);')
  await dialog.getByRole('button', { name: 'Preview' }).click()
  await expect(dialog.getByText(/This is a script of CockroachDB/)).toBeVisible()

  await dialog.getByRole('button', { name: 'Cancel' }).click()
  const data = `${MYSQL}${'INSERT INTO `cellars` VALUES (1),(2);\n'.repeat(270_000)}`
  await facet.openFiles({ name: 'data.sql', text: data })
  await dialog.getByRole('button', { name: 'Preview' }).click()
  await expect(dialog.getByText(/statements skipped/)).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('Escape')
  await expect(first).toBeVisible()
})

test('reads DBML, and offers Prisma’s names afterwards', async ({ page }) => {
  const facet = new Facet(page)
  await facet.start()
  const dbml = `Table taxi_ranks {
  id int [pk, increment]
  street varchar(80) [not null, note: 'Where it is']
}

Table taxis {
  id int [pk, increment]
  rank_id int [ref: > taxi_ranks.id]
}
`
  await facet.openFiles({ name: 'ranks.dbml', text: dbml })
  const dialog = page.getByRole('dialog', { name: 'Import SQL or DBML' })
  await dialog.getByRole('button', { name: 'Preview' }).click()
  await expect(dialog.getByRole('status')).toHaveText('2 models, 0 enums')
  await dialog.getByRole('button', { name: 'Open as a new design' }).click()
  await expect(facet.row('model taxis', 'rank_id Int')).toBeVisible()
  await expect(facet.validity).toHaveText('Valid')
  await facet.button('Rename to Prisma’s conventions…').click()
  await expect(page.getByRole('dialog', { name: /conventions/ })).toBeVisible()

  await page.keyboard.press('Escape')
  await facet.openFiles({ name: 'broken.dbml', text: 'Table a {' })
  await dialog.getByRole('button', { name: 'Preview' }).click()
  await expect(dialog.getByText(/Your design is unchanged/)).toBeVisible()
})
