/** Share links into a Workspace itself. Whoever has the link alone becomes a Member, never more. */
export default `
create table workspace_links (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references workspaces on delete cascade,
  access text not null check (access in ('anyone', 'restricted')),
  role text not null check (role in ('editor', 'member')),
  generation integer not null default 1,
  uses integer not null default 0,
  created_by uuid not null references people,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  expires_at timestamptz,
  max_uses integer check (max_uses > 0),
  check (access = 'restricted' or role = 'member')
);
create unique index one_live_workspace_link on workspace_links (workspace_id, access, role) where revoked_at is null;
create index on workspace_links (created_by);
`
