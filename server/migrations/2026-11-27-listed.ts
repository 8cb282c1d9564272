/** Whoever was sent an invitation at another address than their roster has: by that one they are known there. */
export default `
create table listed_addresses (
  group_id uuid not null references groups on delete cascade,
  listed text not null,
  email text not null,
  primary key (group_id, listed)
);
create index on listed_addresses (group_id, email);
create index on listed_addresses (email);
create index on listed_addresses (listed);
`
