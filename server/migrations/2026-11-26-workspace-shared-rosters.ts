/** Share links for a roster: whom they let in, without an address being kept. */
export default `
alter table share_links drop constraint share_links_access_check;
alter table share_links add constraint share_links_access_check check (access in ('anyone', 'restricted', 'roster'));
create table share_link_people (
  link_id uuid not null references share_links on delete cascade,
  digest bytea not null,
  role text not null check (role in ('owner', 'facilitator', 'member')),
  primary key (link_id, digest)
);
`
