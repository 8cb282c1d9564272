/** Which provider signed a browser in, or the browser in which an extension was connected. What was before stays, where one is in force. */
export default `
alter table sessions add column via text;
alter table oauth add column via text;
update sessions v set via = s.issuer
  from people p, sso_domains d join workspace_sso s on s.workspace_id = d.workspace_id
 where p.id = v.person_id and d.domain = split_part(p.email, '@', 2) and d.proved_at is not null
   and s.required and s.worked_at is not null;
update oauth g set via = s.issuer
  from people p, sso_domains d join workspace_sso s on s.workspace_id = d.workspace_id
 where g.kind = 'Grant' and p.id::text = g.account and d.domain = split_part(p.email, '@', 2) and d.proved_at is not null
   and s.required and s.worked_at is not null;
`
