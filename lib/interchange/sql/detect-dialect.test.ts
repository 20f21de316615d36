import { expect, test } from 'vitest'
import { detectDialect } from './detect-dialect'

test('tells a dialect by what its dump tool writes', () => {
  expect(detectDialect("--\n-- PostgreSQL database dump\n--\nSET client_encoding = 'UTF8';")).toBe(
    'postgresql',
  )
  expect(detectDialect('-- MariaDB dump 10.19\nCREATE TABLE `a` (`id` int) ENGINE=InnoDB;')).toBe(
    'mysql',
  )
  expect(detectDialect('CREATE TABLE a(id INTEGER PRIMARY KEY AUTOINCREMENT);')).toBe('sqlite')
  expect(
    detectDialect('USE [Shop]\nGO\nCREATE TABLE [dbo].[a]([id] [int] IDENTITY(1,1))\nGO'),
  ).toBe('sqlserver')
})

test('tells a dialect by a single word that only it has', () => {
  expect(detectDialect('CREATE TABLE a (id serial PRIMARY KEY, at timestamptz);')).toBe(
    'postgresql',
  )
  expect(detectDialect('create table a (id int auto_increment primary key);')).toBe('mysql')
  expect(detectDialect('CREATE TABLE a (id INTEGER PRIMARY KEY, name TEXT);')).toBe('sqlite')
  expect(detectDialect('CREATE TABLE a (id uniqueidentifier DEFAULT NEWID());')).toBe('sqlserver')
})

test('does not guess where nothing tells', () => {
  expect(detectDialect('')).toBeNull()
  expect(detectDialect('CREATE TABLE a (id INT, name VARCHAR(20));')).toBeNull()
  expect(detectDialect('\0\u{1}\u{2}')).toBeNull()
})
