import type { CreateTableBuilder } from "kysely";

export type Table = CreateTableBuilder<string, string>;

export const textColumns = (table: Table, ...names: readonly string[]): Table =>
  names.reduce((t, name) => t.addColumn(name, "text", (c) => c.notNull()), table);

export const integerColumns = (table: Table, ...names: readonly string[]): Table =>
  names.reduce((t, name) => t.addColumn(name, "bigint", (c) => c.notNull()), table);

export const nullableTextColumns = (table: Table, ...names: readonly string[]): Table =>
  names.reduce((t, name) => t.addColumn(name, "text"), table);

export const nullableIntegerColumns = (table: Table, ...names: readonly string[]): Table =>
  names.reduce((t, name) => t.addColumn(name, "bigint"), table);
