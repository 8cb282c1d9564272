/** Invitations that were declined; what happened to memberships after somebody had joined. */
export default `
alter table invitations drop constraint invitations_state_check;
alter table invitations add constraint invitations_state_check
  check (state in ('pending', 'accepted', 'revoked', 'expired', 'declined'));
create table member_events (
  id bigint generated always as identity primary key,
  group_id uuid not null references groups on delete cascade,
  person_id uuid not null references people on delete cascade,
  at timestamptz not null default clock_timestamp(),
  actor_id uuid,
  what text not null check (what in ('role', 'removed', 'left', 'restored')),
  was text not null check (was in ('owner', 'facilitator', 'member')),
  role text check (role in ('owner', 'facilitator', 'member')),
  origin text not null check (origin in ('roster', 'manual', 'link')),
  joined_at timestamptz not null
);
create index on member_events (group_id, person_id, id);
`
