import { describe, expect, it } from 'vitest'
import { check, checkRefusal, run } from './testing'

const ALL = () => ({ models: true, fields: true, lists: true })

describe('renameToConventions', () => {
  it('renames blocks and fields with all that mentions them, and maps them', () => {
    check(
      'renameToConventions',
      `
        model user_profiles { // Kept.
          id         Int   @id
          first_name String @db.VarChar(8)
          Level      user_level @default(TOP_level)
          post       posts[]

          @@unique([first_name, Level(sort: Desc)])
        }

        model posts {
          id	Int  @id
          author_id Int?
          author    user_profiles? @relation(fields: [author_id], references: [id], onDelete: SetNull)
          @@index([author_id])
        }

        enum user_level {
          TOP_level
        }
      `,
      ALL,
      `
        model UserProfile { // Kept.
          id         Int   @id
          firstName  String @map("first_name") @db.VarChar(8)
          level      UserLevel @default(TOP_level) @map("Level")
          posts      Post[]

          @@unique([firstName, level(sort: Desc)])
          @@map("user_profiles")
        }

        model Post {
          id	Int  @id
          authorId  Int? @map("author_id")
          author    UserProfile? @relation(fields: [authorId], references: [id], onDelete: SetNull)
          @@index([authorId])
          @@map("posts")
        }

        enum UserLevel {
          TOP_level

          @@map("user_level")
        }
      `,
    )
  })

  it('keeps names in the database, and takes away those that say nothing more', () => {
    check(
      'renameToConventions',
      `
        model users {
          id     Int @id
          user_x Int @map("x")
          user_y Int @map("userY")

          @@map("User")
        }
      `,
      ALL,
      `
        model User {
          id     Int @id
          userX  Int @map("x")
          userY  Int
        }
      `,
    )
  })

  it('does what it is asked for, and leaves out what it is not', () => {
    const before = `
      model users {
        id     Int @id
        x_y    Int
        post   posts[]
      }
      model posts {
        id     Int @id
        u_id   Int
        users  users @relation(fields: [u_id], references: [id])
      }
    `
    check(
      'renameToConventions',
      before,
      ({ block, field }) => ({
        models: true,
        fields: true,
        lists: false,
        except: [block('posts'), field('users.x_y')],
      }),
      `
      model User {
        id     Int @id
        x_y    Int
        post   posts[]

        @@map("users")
      }
      model posts {
        id     Int @id
        uId    Int @map("u_id")
        users  User @relation(fields: [uId], references: [id])
      }
    `,
    )
    check(
      'renameToConventions',
      before,
      () => ({ models: false, fields: false, lists: true }),
      `
      model users {
        id     Int @id
        x_y    Int
        posts  posts[]
      }
      model posts {
        id     Int @id
        u_id   Int
        user   users @relation(fields: [u_id], references: [id])
      }
    `,
    )
  })

  it('passes by names that are taken or kept by Prisma, and says so', () => {
    check(
      'renameToConventions',
      `
        model users {
          id     Int @id
          a_b    Int
          aB     Int
          c_d    Int
          @@unique([a_b, aB], name: "cD")
        }
        model User {
          id Int @id
        }
        model strings {
          id Int @id
          X  Int
        }
      `,
      ALL,
      `
        model users {
          id     Int @id
          a_b    Int
          aB     Int
          c_d    Int
          @@unique([a_b, aB], name: "cD")
        }
        model User {
          id Int @id
        }
        model strings {
          id Int @id
          x  Int @map("X")
        }
      `,
      [
        'Did not rename users: there is already a block called User.',
        'Did not rename users.a_b: users already has a name aB.',
        'Did not rename users.c_d: users already has a name cD.',
        'Did not rename strings: Prisma has no room for the name String.',
      ],
    )
  })

  it('keeps implicit join tables, by name and with their columns', () => {
    check(
      'renameToConventions',
      `
        model posts {
          id   Int @id
          tags tags[]
        }
        model tags {
          id    Int @id
          posts posts[]
        }
        model Zoo {
          id      Int @id
          animals animals[]
        }
        model animals {
          id  Int @id
          zoo Zoo[]
        }
      `,
      () => ({ models: true, fields: true, lists: false }),
      `
        model Post {
          id   Int @id
          tags Tag[] @relation("postsTotags")

          @@map("posts")
        }
        model Tag {
          id    Int @id
          posts Post[] @relation("postsTotags")

          @@map("tags")
        }
        model Zoo {
          id      Int @id
          animals animals[]
        }
        model animals {
          id  Int @id
          zoo Zoo[]
        }
      `,
      ['Did not rename Zoo and animals: the columns of their join table would change places.'],
    )
  })

  it('renames composite types, which the database does not know', () => {
    check(
      'renameToConventions',
      `
        type home_address {
          street_name String
        }
        model User {
          id   String @id @map("_id")
          home home_address
          @@index([home.street_name])
        }
      `,
      ALL,
      `
        type HomeAddress {
          streetName String @map("street_name")
        }
        model User {
          id   String @id @map("_id")
          home HomeAddress
          @@index([home.streetName])
        }
      `,
    )
  })

  it('works over several files', () => {
    const outcome = run(
      {
        'a.prisma': 'model users {\n  id Int @id\n  p posts[]\n}\n',
        'b.prisma':
          'model posts {\n  id Int @id\n  uid Int\n  u users @relation(fields: [uid], references: [id])\n}\n',
      },
      'renameToConventions',
      () => ({ models: true, fields: false, lists: false }),
    )
    expect(outcome.text).toEqual({
      'a.prisma': 'model User {\n  id Int @id\n  p Post[]\n\n  @@map("users")\n}\n',
      'b.prisma':
        'model Post {\n  id Int @id\n  uid Int\n  u User @relation(fields: [uid], references: [id])\n\n  @@map("posts")\n}\n',
    })
    expect(outcome.result?.label).toBe('Rename 2 names to Prisma’s conventions')
  })

  it('does not apply where all is as it should be', () => {
    checkRefusal(
      'renameToConventions',
      'model User {\n  id Int @id\n  firstName String\n  ünit Int\n}\n',
      ALL,
    )
  })
})
