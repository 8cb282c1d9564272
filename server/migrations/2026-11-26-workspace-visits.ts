/**
 * What somebody needs to know their sign-ins and connected extensions apart; invitations that were accepted by another
 * address than the one they were for.
 */
export default `
alter table sessions add column id uuid not null default gen_random_uuid();
alter table sessions add column browser text not null default '';
alter table sessions add column last_used_at timestamptz not null default now();
create unique index on sessions (id);
create index on sessions (person_id);
alter table oauth add column id uuid not null default gen_random_uuid();
alter table oauth add column created timestamptz not null default now();
alter table oauth add column browser text not null default '';
alter table oauth add column extension text;
alter table oauth add column last_used timestamptz;
create index on oauth (account) where kind = 'Grant';
alter table invitations add column alias boolean not null default false;
create index on invitations (group_id, accepted_by) where alias;
create index on invitations (group_id, email) where alias;
`
