/** What happens by itself as weeks pass: reminders of a Group, and what comes after the last day of its term. */
export default `
alter table groups
  add column remind_days integer check (remind_days between 2 and 30),
  add column term_ends_on date,
  add column term_ended_on date;
create index on groups (id) where remind_days is not null;
alter table workspaces
  add column at_term_end text not null default 'stay' check (at_term_end in ('stay', 'archive', 'purge'));
`
