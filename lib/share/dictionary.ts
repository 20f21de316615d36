/**
 * The preset dictionary of version 1 links: text that a compressor may refer to as if it had just
 * been read, so that even a ten-line schema finds most of its words already "seen".
 *
 * It is frozen. A link made today can only be opened with these exact bytes, for ever: to improve
 * the dictionary, add another one and a new link version, and keep this one for the old links.
 * Its hash is pinned by a test.
 *
 * Rarer text comes first and the most frequent last, because deflate writes a reference to
 * something near in fewer bits. The attributes of a field keep the order and spacing in which
 * people write them, since a long match costs no more than a short one. Columns are not aligned
 * here because the codec takes alignment out before it compresses (see `alignment.ts`).
 */

const RARE = `
/// Documentation for this model. See https://pris.ly/d/prisma-schema and https://pris.ly/cli/
// Prisma schema file: generated, do not edit. Created by the user, used to store the following
  output = "../src/generated/prisma"
  engineType = "client"
  binaryTargets = ["native", "debian-openssl-3.0.x", "rhel-openssl-3.0.x", "linux-musl"]
  previewFeatures = ["fullTextSearch", "fullTextIndex", "multiSchema", "views", "postgresqlExtensions", "relationJoins"]
  relationMode = "foreignKeys"
  relationMode = "prisma"
  shadowDatabaseUrl = env("SHADOW_DATABASE_URL")
  directUrl = env("DIRECT_URL")
  extensions = [uuidOssp(map: "uuid-ossp"), pgcrypto, vector, citext]
  schemas = ["public", "auth"]
generator zod {
  provider = "prisma-erd-generator"
view ActiveUser {
type Address {
Unsupported("tsvector") Unsupported("geometry") Unsupported("vector(1536)")
  @@fulltext([title, content])
  @@ignore
  @@schema("public")
  @@index([createdAt(sort: Desc)], type: Hash, ops: raw("gin_trgm_ops"), map: "idx_
  @@unique([name], name: "unique_name", map: "
@db.ObjectId @default(auto()) @map("_id") @db.ObjectId
@db.UnsignedInt @db.TinyInt @db.SmallInt @db.MediumText @db.LongText @db.Citext @db.Inet @db.Money @db.Bytes
@db.Real @db.DoublePrecision @db.BigInt @db.Char(2) @db.Char(36) @db.JsonB @db.NVarChar(Max) @db.Bit(1)
@db.Timestamp(0) @db.Timestamp(6) @db.Timestamptz(3) @db.Time(0) @db.Date
@db.VarChar(20) @db.VarChar(32) @db.VarChar(50) @db.VarChar(64) @db.VarChar(100) @db.VarChar(191) @db.VarChar(500)
@default(dbgenerated("gen_random_uuid()")) @default(dbgenerated("uuid_generate_v4()"))
@default(nanoid()) @default(ulid()) @default(uuid(7)) @default(cuid(2)) @default([]) @default("{}") @default("USD")
@default(PENDING) @default(ACTIVE) @default(USER) @default(DRAFT) @default(1) @default(100) @default(0.0)
onDelete: NoAction, onUpdate: NoAction) onDelete: Restrict, onUpdate: Cascade) onDelete: SetDefault, onUpdate: Restrict)
onDelete: SetNull, onUpdate: Cascade) onDelete: Cascade, onUpdate: Cascade)
`

const NAMES = `
ACTIVE INACTIVE ENABLED DISABLED ARCHIVED DRAFT PUBLISHED PRIVATE PUBLIC OPEN CLOSED PENDING APPROVED REJECTED
QUEUED RUNNING PROCESSING COMPLETED FAILED CANCELLED SUCCESS ERROR UNKNOWN OTHER NONE LOW MEDIUM HIGH CRITICAL
OWNER ADMIN MEMBER MODERATOR GUEST USER CREATE READ UPDATE DELETE EMAIL PHONE GOOGLE GITHUB MALE FEMALE
Status Type Kind Role Level Priority Permission Setting Settings Preference Config Template Version History
Activity Event Log Audit Notification Message Conversation Chat Thread Reaction Like Follow Bookmark Review Rating
Product Variant Category Order OrderItem Cart CartItem Payment Invoice Subscription Plan Price Discount Coupon
Shipment Warehouse Inventory Stock Supplier Customer Company Employee Department Contact Address Country City
Organization Workspace Team TeamMember Membership Invitation Project Task Board Issue Label Milestone Schedule
Document File Attachment Image Media Folder Page Article Tag Comment Course Lesson Student Teacher Question Answer
ApiKey Webhook Feature Device Token Credential VerificationToken PasswordReset RefreshToken Profile Account Session
firstName lastName fullName displayName username nickname avatar bio birthDate gender phoneNumber website
streetAddress postalCode country region state city latitude longitude timezone locale language currency
amount total subtotal price cost discount tax quantity balance unit weight width height size color
position order index sort rank score count views likes level priority progress duration rate percentage
startDate endDate startsAt endsAt startedAt finishedAt completedAt publishedAt archivedAt expiresAt expires
lastLoginAt lastUsedAt verifiedAt sentAt readAt dueDate date time year month
isActive isDefault isPublic isDeleted isVerified isAdmin enabled active deleted verified published visible archived required
title subtitle slug summary content body text message subject note notes comment reason details caption label
code key value hash secret token apiKey reference externalId identifier version provider source target
imageUrl avatarUrl thumbnail filename path mimeType format link href image logo icon color data payload config options
settings metadata attributes properties permissions tags categories items children parent parentId members
users accounts sessions posts comments messages notifications orders products payments invoices teams projects tasks
organizationId workspaceId teamId projectId taskId companyId customerId employeeId productId orderId categoryId
authorId ownerId createdById updatedById assigneeId senderId receiverId postId commentId groupId roleId accountId
created_at updated_at deleted_at user_id first_name last_name is_active
`

const COMMON = `
generator client {
  provider = "prisma-client"
  output = "../generated/prisma"
}

datasource db {
  provider = "mongodb"
  provider = "sqlserver"
  provider = "cockroachdb"
  provider = "sqlite"
  url = "file:./dev.db"
  provider = "mysql"
}

model VerificationToken {
  identifier String
  token String @unique
  expires DateTime

  @@unique([identifier, token])
}

model Session {
  id String @id @default(cuid())
  sessionToken String @unique
  userId String
  expires DateTime
  user User @relation(fields: [userId], references: [id], onDelete: Cascade)
}

model Account {
  id String @id @default(cuid())
  userId String
  type String
  provider String
  providerAccountId String
  refresh_token String? @db.Text
  access_token String? @db.Text
  expires_at Int?
  token_type String?
  scope String?
  id_token String? @db.Text
  session_state String?

  @@unique([provider, providerAccountId])
  @@index([userId])
}

model Category {
  id Int @id @default(autoincrement())
  name String @unique
  slug String @unique
  description String?
  parentId Int?
  children Category[] @relation("CategoryTree")
}

model Post {
  id Int @id @default(autoincrement())
  title String @db.VarChar(255)
  content String? @db.Text
  published Boolean @default(false)
  viewCount Int @default(0)
  price Decimal @default(0) @db.Decimal(10, 2)
  amount Float @default(0)
  size BigInt @default(0)
  data Bytes?
  metadata Json? @default("{}")
  tags String[] @default([])
  status Status @default(PENDING)
  isActive Boolean @default(true)
  authorId String @map("author_id") @db.Uuid
  author User? @relation("PostAuthor", fields: [authorId], references: [id], onDelete: SetNull)
  created_at DateTime @default(now()) @db.Timestamptz(6)
  created_at DateTime? @default(now()) @db.Timestamp(6)
  createdAt DateTime @default(now()) @map("created_at")
  updatedAt DateTime @default(now()) @updatedAt @map("updated_at")
  deletedAt DateTime? @map("deleted_at")

  @@id([userId, postId])
  @@index([createdAt])
  @@index([authorId, createdAt(sort: Desc)])
  @@map("posts")
}

enum Role {
  ADMIN
  USER
}

{"n":"Untitled schema","f":[["schema.prisma",1000]],"v":[0,0,1],"e":7,"p":[0,0,320,0,640,0,null]}
generator client {
  provider = "prisma-client-js"
}

datasource db {
  provider = "postgresql"
  url = env("DATABASE_URL")
}

model User {
  id String @id @default(uuid())
  id String @id @default(cuid())
  id Int @id @default(autoincrement())
  name String?
  email String @unique
  emailVerified DateTime?
  image String?
  password String?
  role Role @default(USER)
  accounts Account[]
  sessions Session[]
  posts Post[]
  isActive Boolean @default(true)
  createdAt DateTime @default(now())
  updatedAt DateTime @updatedAt

  @@map("users")
}
`

/** The text of dictionary 1. It holds ASCII only, so its UTF-8 form has one byte per character. */
export const DICTIONARY_1 = RARE + NAMES + COMMON
