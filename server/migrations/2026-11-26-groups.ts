/** What Workspaces decide for themselves, limits of share links, Groups that are archived. */
export default `
alter table workspaces
  add column email_domains text[] not null default '{}',
  add column anyone_role text not null default 'member' check (anyone_role in ('owner', 'facilitator', 'member')),
  add column invitation_days integer check (invitation_days between 1 and 365),
  add column hold_seconds integer check (hold_seconds between 0 and 3600),
  add column mails_per_minute integer check (mails_per_minute between 1 and 6000),
  add column term_ends_on date;
alter table groups add column archived_at timestamptz;
create index on groups (deleted_at) where deleted_at is not null;
alter table share_links
  add column expires_at timestamptz,
  add column max_uses integer check (max_uses > 0);
`
