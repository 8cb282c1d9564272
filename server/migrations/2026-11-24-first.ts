/** Plain SQL, forward only; never edited once released. */
export default `
create table workspaces (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  created_at timestamptz not null default now()
);
create table people (
  id uuid primary key default gen_random_uuid(),
  email text not null unique check (email = lower(email)),
  name text not null default '',
  created_at timestamptz not null default now()
);
create table workspace_members (
  workspace_id uuid not null references workspaces on delete cascade,
  person_id uuid not null references people on delete cascade,
  role text not null check (role in ('owner', 'editor', 'member')),
  origin text not null check (origin in ('roster', 'manual', 'link')),
  batch uuid,
  created_at timestamptz not null default now(),
  primary key (workspace_id, person_id)
);
create index on workspace_members (person_id);
create table groups (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references workspaces on delete cascade,
  parent_id uuid references groups on delete cascade,
  name text not null,
  type text not null check (type in ('workspace', 'shared', 'private')),
  created_by uuid not null references people,
  shared_by_batch uuid,
  created_at timestamptz not null default now(),
  deleted_at timestamptz
);
create index on groups (workspace_id);
create index on groups (parent_id);
create table members (
  group_id uuid not null references groups on delete cascade,
  person_id uuid not null references people on delete cascade,
  role text not null check (role in ('owner', 'facilitator', 'member')),
  origin text not null check (origin in ('roster', 'manual', 'link')),
  batch uuid,
  created_at timestamptz not null default now(),
  primary key (group_id, person_id)
);
create index on members (person_id);
create index on members (batch) where batch is not null;
create table invitations (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references workspaces on delete cascade,
  group_id uuid not null references groups on delete cascade,
  email text not null check (email = lower(email)),
  name text not null default '',
  role text not null check (role in ('owner', 'facilitator', 'member')),
  state text not null default 'pending' check (state in ('pending', 'accepted', 'revoked', 'expired')),
  origin text not null check (origin in ('roster', 'manual', 'link')),
  batch uuid,
  invited_by uuid not null references people,
  generation integer not null default 1,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  opened_at timestamptz,
  accepted_by uuid references people
);
create unique index one_pending_invitation on invitations (group_id, email) where state = 'pending';
create index on invitations (workspace_id, email) where state = 'pending';
create index on invitations (group_id, email);
create index on invitations (batch) where batch is not null;
create table share_links (
  id uuid primary key default gen_random_uuid(),
  group_id uuid not null references groups on delete cascade,
  access text not null check (access in ('anyone', 'restricted')),
  role text not null check (role in ('owner', 'facilitator', 'member')),
  generation integer not null default 1,
  uses integer not null default 0,
  created_by uuid not null references people,
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);
create unique index one_live_link on share_links (group_id, access, role) where revoked_at is null;
create table outbox (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('invitation', 'added', 'signIn')),
  email text not null,
  invitation_id uuid references invitations on delete cascade,
  group_id uuid references groups on delete cascade,
  sender_id uuid references people,
  batch uuid,
  sealed bytea,
  created_at timestamptz not null default now(),
  due_at timestamptz not null default now(),
  attempts integer not null default 0,
  sent_at timestamptz,
  failed_at timestamptz,
  failure text
);
create index outbox_due on outbox (due_at) where sent_at is null and failed_at is null;
create index on outbox (invitation_id);
create index on outbox (batch) where batch is not null;
create index on outbox (group_id, email);
create table send_keys (
  key uuid not null,
  person_id uuid not null references people on delete cascade,
  digest bytea not null,
  answer json not null,
  created_at timestamptz not null default now(),
  primary key (person_id, key)
);
create table sessions (
  hash bytea primary key,
  person_id uuid not null references people on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create table sign_in_codes (
  id uuid primary key default gen_random_uuid(),
  email text not null,
  code_hash bytea not null,
  nonce_hash bytea not null,
  tries integer not null default 0,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index on sign_in_codes (nonce_hash);
create table rate_buckets (key text primary key, count integer not null, resets_at timestamptz not null);
create table chores (name text primary key, due_at timestamptz not null);
create table oauth (
  kind text not null,
  hash bytea primary key,
  grant_hash bytea,
  alias bytea unique,
  account text,
  client text,
  payload bytea not null,
  consumed timestamptz,
  expires timestamptz
);
create index on oauth (grant_hash);
create index on oauth (expires);
`
