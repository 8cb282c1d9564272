/** Reminders, and addresses that are not mailed any more. */
export default `
alter table outbox drop constraint outbox_kind_check;
alter table outbox add constraint outbox_kind_check check (kind in ('invitation', 'added', 'signIn', 'reminder'));
create index on outbox (email, created_at) where kind = 'reminder';
create table suppressions (
  email text not null check (email = lower(email)),
  reason text not null check (reason in ('bounced', 'complained', 'unsubscribed')),
  created_at timestamptz not null default now(),
  primary key (email, reason)
);
`
