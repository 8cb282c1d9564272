/** One-time links that make a Workspace. What they carry is kept as a hash alone. */
export default `
create table begin_links (
  id uuid primary key default gen_random_uuid(),
  hash bytea not null unique,
  is_first boolean not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  browser bytea,
  name text,
  email text check (email = lower(email))
);
`
