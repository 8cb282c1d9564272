/**
 * An address, trimmed and in lower case: one `@`, a dot in the domain, no controls or separators. Beside the schemas and
 * not in them, so that a reader of pages has it without the schema library.
 */
export const addressPattern =
  /^[^\s@<>(),;:"[\]\\\p{Cc}\p{Cf}]+@[^\s@<>(),;:"[\]\\\p{Cc}\p{Cf}]+\.[^\s@<>(),;:"[\]\\.\p{Cc}\p{Cf}]{2,}$/u
