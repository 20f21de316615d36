/**
 * The sentences with which `prisma migrate dev` warns, for what is known without the database's
 * rows. Those that Prisma calls unexecutable steps are the blocking ones.
 */

import type { ChangeWarning } from './dialect'

export function droppedTable(table: string): ChangeWarning {
  return loss(
    `You are about to drop the \`${table}\` table. If the table is not empty, all the data it contains will be lost.`,
  )
}

export function droppedColumn(table: string, column: string): ChangeWarning {
  return loss(
    `You are about to drop the column \`${column}\` on the \`${table}\` table. All the data in the column will be lost.`,
  )
}

export function riskyCast(table: string, column: string, from: string, to: string): ChangeWarning {
  return loss(
    `You are about to alter the column \`${column}\` on the \`${table}\` table. The data in that column could be lost. The data in that column will be cast from \`${from}\` to \`${to}\`.`,
  )
}

export function uncertainCast(
  table: string,
  column: string,
  from: string,
  to: string,
): ChangeWarning {
  return loss(
    `You are about to alter the column \`${column}\` on the \`${table}\` table. The data in that column will be cast from \`${from}\` to \`${to}\`. This cast may fail. Please make sure the data in the column can be cast.`,
  )
}

export function recreatedColumn(table: string, column: string): ChangeWarning {
  return loss(
    `The \`${column}\` column on the \`${table}\` table would be dropped and recreated. This will lead to data loss if there is data in the column.`,
  )
}

export function changedPrimaryKey(table: string): ChangeWarning {
  return loss(
    `The primary key for the \`${table}\` table will be changed. If it partially fails, the table could be left without primary key constraint.`,
  )
}

export function addedUnique(table: string, columns: readonly string[]): ChangeWarning {
  return loss(
    `A unique constraint covering the columns \`[${columns.join(',')}]\` on the table \`${table}\` will be added. If there are existing duplicate values, this will fail.`,
  )
}

export function removedEnumValues(enumName: string, values: readonly string[]): ChangeWarning {
  return loss(
    `The values [${values.join(',')}] on the enum \`${enumName}\` will be removed. If these variants are still used in the database, this will fail.`,
  )
}

export function addedRequiredColumn(table: string, column: string): ChangeWarning {
  return blocking(
    `Added the required column \`${column}\` to the \`${table}\` table without a default value. This is not possible if the table is not empty.`,
  )
}

export function addedRequiredColumnOfClient(table: string, column: string): ChangeWarning {
  return blocking(
    `The required column \`${column}\` was added to the \`${table}\` table with a prisma-level default value. This is not possible if the table is not empty. Please add this column as optional, then populate it before making it required.`,
  )
}

export function madeRequired(table: string, column: string): ChangeWarning {
  return blocking(
    `Made the column \`${column}\` on table \`${table}\` required. This step will fail if there are existing NULL values in that column.`,
  )
}

export function madeList(table: string, column: string): ChangeWarning {
  return blocking(
    `Changed the column \`${column}\` on the \`${table}\` table from a scalar field to a list field. If there are non-null values in that column, this step will fail.`,
  )
}

export function recreatedRequiredColumn(table: string, column: string): ChangeWarning {
  return blocking(
    `Changed the type of \`${column}\` on the \`${table}\` table. No cast exists, the column would be dropped and recreated, which cannot be done if there is data, since the column is required.`,
  )
}

function loss(text: string): ChangeWarning {
  return { text, isBlocking: false }
}

function blocking(text: string): ChangeWarning {
  return { text, isBlocking: true }
}
