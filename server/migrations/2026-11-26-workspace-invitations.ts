/** Invitations into a Workspace itself, with a role there. */
export default `
create table workspace_invitations (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references workspaces on delete cascade,
  email text not null check (email = lower(email)),
  role text not null check (role in ('owner', 'editor', 'member')),
  state text not null default 'pending' check (state in ('pending', 'accepted', 'revoked', 'expired', 'declined')),
  invited_by uuid not null references people,
  generation integer not null default 1,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  accepted_by uuid references people
);
create unique index one_pending_workspace_invitation on workspace_invitations (workspace_id, email) where state = 'pending';
alter table outbox add column workspace_invitation_id uuid references workspace_invitations on delete cascade;
create index on outbox (workspace_invitation_id) where workspace_invitation_id is not null;
alter table outbox drop constraint outbox_kind_check;
alter table outbox add constraint outbox_kind_check
  check (kind in ('invitation', 'added', 'signIn', 'reminder', 'workspaceInvitation'));
`
