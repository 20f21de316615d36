/** What a person sees first, and what a new design starts with. */

import type { Design, DesignLayout } from '@/lib/document/design'

/** An online shop: small enough to read, with every kind of block and relation. */
const EXAMPLE_SCHEMA = `// A small shop, to look around in. Change anything: it is yours.

generator client {
  provider = "prisma-client"
  output   = "../generated/prisma"
}

datasource db {
  provider = "postgresql"
}

/// Someone who buys.
model Customer {
  id         Int        @id @default(autoincrement())
  email      String     @unique
  name       String?
  /// Whoever told them about the shop.
  referrer   Customer?  @relation("Referral", fields: [referrerId], references: [id], onDelete: SetNull)
  referrerId Int?
  referred   Customer[] @relation("Referral")
  addresses  Address[]
  orders     Order[]
  reviews    Review[]
  createdAt  DateTime   @default(now())

  @@index([referrerId])
  @@map("customers")
}

model Address {
  id         Int      @id @default(autoincrement())
  customer   Customer @relation(fields: [customerId], references: [id], onDelete: Cascade)
  customerId Int
  street     String
  city       String
  country    String   @db.Char(2)
  shipments  Order[]  @relation("ShipTo")
  invoices   Order[]  @relation("BillTo")

  @@index([customerId])
}

model Product {
  id         Int         @id @default(autoincrement())
  sku        String      @unique @db.VarChar(32)
  title      String
  price      Decimal     @db.Decimal(10, 2)
  stock      Int         @default(0)
  categories Category[]
  lines      OrderLine[]
  reviews    Review[]

  @@index([title])
}

model Category {
  id       Int       @id @default(autoincrement())
  slug     String    @unique
  title    String
  products Product[]
}

model Order {
  id         Int         @id @default(autoincrement())
  status     OrderStatus @default(PENDING)
  customer   Customer    @relation(fields: [customerId], references: [id])
  customerId Int
  shipTo     Address     @relation("ShipTo", fields: [shipToId], references: [id])
  shipToId   Int
  billTo     Address     @relation("BillTo", fields: [billToId], references: [id])
  billToId   Int
  lines      OrderLine[]
  payment    Payment?
  placedAt   DateTime    @default(now())

  @@index([customerId, placedAt(sort: Desc)])
}

/// One product in an order, at the price of the day.
model OrderLine {
  order     Order   @relation(fields: [orderId], references: [id], onDelete: Cascade)
  orderId   Int
  product   Product @relation(fields: [productId], references: [id], onDelete: Restrict)
  productId Int
  quantity  Int     @default(1)
  unitPrice Decimal @db.Decimal(10, 2)

  @@id([orderId, productId])
}

model Payment {
  id      Int           @id @default(autoincrement())
  order   Order         @relation(fields: [orderId], references: [id])
  orderId Int           @unique
  method  PaymentMethod
  paidAt  DateTime?
  details Json?
}

model Review {
  product    Product  @relation(fields: [productId], references: [id], onDelete: Cascade)
  productId  Int
  customer   Customer @relation(fields: [customerId], references: [id])
  customerId Int
  stars      Int      @db.SmallInt
  text       String?
  writtenAt  DateTime @default(now())

  @@id([productId, customerId])
}

enum OrderStatus {
  PENDING
  PAID
  SHIPPED
  CANCELLED
}

enum PaymentMethod {
  CARD
  TRANSFER
  INVOICE
}
`

/**
 * Where the automatic layout puts these blocks; a test holds the two together. To compute it anew
 * for everyone who comes would keep them waiting for the first thing they see.
 */
const EXAMPLE_POSITIONS: DesignLayout['positions'] = {
  Customer: { x: 0, y: 300 },
  Address: { x: 320, y: 260 },
  Product: { x: 620, y: 520 },
  Category: { x: 940, y: 560 },
  Order: { x: 620, y: 160 },
  OrderLine: { x: 940, y: 240 },
  Payment: { x: 940, y: 0 },
  Review: { x: 320, y: 540 },
  OrderStatus: { x: 320, y: 80 },
  PaymentMethod: { x: 620, y: 0 },
}

const NEW_SCHEMA = `generator client {
  provider = "prisma-client"
  output   = "../generated/prisma"
}

datasource db {
  provider = "postgresql"
}
`

export function exampleDesign(): Design {
  return designOf('Example shop', EXAMPLE_SCHEMA, EXAMPLE_POSITIONS)
}

export function emptyDesign(): Design {
  return designOf('Untitled schema', NEW_SCHEMA)
}

function designOf(name: string, text: string, positions: DesignLayout['positions'] = {}): Design {
  return {
    name,
    files: [{ path: 'schema.prisma', text }],
    layout: { positions },
    viewport: null,
    prismaVersion: null,
  }
}
