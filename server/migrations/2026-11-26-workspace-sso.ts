/** A Workspace's own sign-in provider, the domains it answers for, and sign-ins that are on their way through it. */
export default `
create table workspace_sso (
  workspace_id uuid primary key references workspaces on delete cascade,
  issuer text not null,
  client_id text not null,
  secret bytea not null,
  required boolean not null,
  trusted boolean not null,
  worked_at timestamptz
);
create table sso_domains (
  workspace_id uuid not null references workspace_sso on delete cascade,
  domain text not null,
  proved_at timestamptz,
  primary key (workspace_id, domain)
);
create unique index one_proved_domain on sso_domains (domain) where proved_at is not null;
create table sso_sign_ins (
  hash bytea primary key,
  state_hash bytea not null,
  workspace_id uuid not null references workspace_sso on delete cascade,
  sealed bytea not null,
  expires_at timestamptz not null
);
create index on sso_sign_ins (workspace_id);
create index on sso_sign_ins (expires_at);
`
