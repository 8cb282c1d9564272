/** What the roles of a class list become in a Workspace's Groups, unless somebody has it otherwise. Null: as the extension has it. */
export default `
alter table workspaces add column usual_roles jsonb;
`
