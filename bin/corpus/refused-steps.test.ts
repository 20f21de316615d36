import { expect, it } from 'vitest'
import { findRefusedStep } from './refused-steps'

const problem = 'ALTER TABLE `User` DROP PRIMARY KEY; ERROR 1075 (42000) at line 2: Incorrect table'
const sql = 'ALTER TABLE `T` DROP PRIMARY KEY;\n\nCREATE UNIQUE INDEX `T_id_key` ON `T`(`id`);'

it('knows a step that Prisma writes the same, by what is said and by what was to be done', () => {
  expect(findRefusedStep(problem, sql)?.name).toBe('counting-column-without-key')
  expect(findRefusedStep(problem, 'CREATE TABLE `T` (`id` INTEGER AUTO_INCREMENT);')).toBeNull()
  expect(findRefusedStep('ERROR 1064 (42000)', sql)).toBeNull()
  const modify = 'ALTER TABLE `T` MODIFY `list` JSON NULL DEFAULT [];'
  expect(findRefusedStep('ERROR 1064 (42000)', modify)?.name).toBe('json-default-in-modify')
})
