/** Every shape that travels, once: read at both ends, and the types made of it. The shapes stand in schemas/, a file for each noun. */
export * from './schemas/groups.ts'
export * from './schemas/links.ts'
export * from './schemas/members.ts'
export * from './schemas/roles.ts'
export * from './schemas/sends.ts'
export * from './schemas/text.ts'
export * from './schemas/workspaces.ts'
