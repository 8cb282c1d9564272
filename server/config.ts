import { z } from 'zod'

/** The service's settings, from the environment; one documented line per variable. */
const Environment = z.object({
  /** Port to listen on; 0 takes a free one. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(4710),
  /** Address to listen on. */
  HOST: z.string().default('127.0.0.1'),
  /** Where people reach the service; every mailed link starts with it. Default: http://HOST:PORT. */
  PUBLIC_URL: z.url().optional(),
  /** A PostgreSQL connection string. Without it the embedded store in DATA_DIR is used. */
  DATABASE_URL: z.url().optional(),
  /** Folder of the embedded store and of a generated secret. */
  DATA_DIR: z.string().default('.data/service'),
  /** At least 32 characters; keys are derived from it. Without it one is made and kept in DATA_DIR. */
  SECRET: z.string().min(32).optional(),
  /** smtp://user:password@host:port. Without it mails stay on the outbox page. */
  SMTP_URL: z.url().optional(),
  /** The From address of mails. */
  MAIL_FROM: z.email().default('rollcall@localhost.localdomain'),
  /** Seconds a mail is held before it leaves, so that Undo is real. */
  HOLD_SECONDS: z.coerce.number().min(0).max(3600).default(10),
  /** Days until an invitation expires. */
  INVITATION_DAYS: z.coerce.number().int().min(1).max(365).default(30),
  /** Ids of the extensions that may connect, comma-separated: Chrome's 32 letters, or a Firefox add-on id. */
  EXTENSIONS: z.string().default(''),
  /** 1: make a demo Workspace and offer a sign-in without a code. Refused unless HOST is a loopback address. */
  DEMO: z.enum(['0', '1']).default('0'),
  /** 1: take the client's address from X-Forwarded-For. Only behind a proxy that sets it. */
  TRUST_PROXY: z.enum(['0', '1']).default('0'),
})

export type Environment = z.infer<typeof Environment>
