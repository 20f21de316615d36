import { expect, it } from 'vitest'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import { writeMermaid } from './write-mermaid'

function check(schema: string, diagram: string): void {
  expect(writeMermaid(deriveGraph(new Map([['schema.prisma', parse(schema)]])))).toBe(diagram)
}

it('writes entities with keys and comments, and relations with cardinalities and labels', () => {
  check(
    `enum Role {
  ADMIN
  /// Nobody "special".
  USER
}
model User {
  id      Int     @id
  email   String? @unique
  /// What they
  /// may do.
  role    Role?
  tags    String[]
  posts   Post[]  @relation("Wrote")
  profile Profile?
}
model Post {
  id       Int     @id
  authorId Int?
  author   User?   @relation("Wrote", fields: [authorId], references: [id])
  labels   Label[]
}
model Profile {
  userId Int  @id
  user   User @relation(fields: [userId], references: [id])
}
model Label {
  id    Int    @id
  posts Post[]
}
`,
    `erDiagram
  Role {
    enum ADMIN
    enum USER "Nobody 'special'."
  }
  User {
    Int id PK
    String email UK "optional"
    Role role "optional; What they may do."
    String[] tags
  }
  Post {
    Int id PK
    Int authorId FK "optional"
  }
  Profile {
    Int userId PK, FK
  }
  Label {
    Int id PK
  }
  User |o..o{ Post : "Wrote"
  User ||--o| Profile : "user"
  Post }o--o{ Label : "posts"
`,
  )
})

it('gives names that Mermaid can read', () => {
  check(
    `model One {
  pk    Int @id
  名前   String
  kind  Unsupported("point(2)")?
  home  Home
  lists Home[]
}
type Home {
  street String
}
model Grüße {
}
`,
    `erDiagram
  "One" {
    Int _pk PK
    String 名前
    point_2_ kind "optional"
    Home home
    Home[] lists
  }
  Home {
    String street
  }
  "Grüße"
  "One" ||--|| Home : "home"
  "One" ||--o{ Home : "lists"
`,
  )
})
