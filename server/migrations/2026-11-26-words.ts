/** The language of a Workspace, and of a code's mail, which belongs to none. Null: as the service is set up. */
export default `
alter table workspaces add column language text;
alter table outbox add column language text;
`
