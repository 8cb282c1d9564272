import { html } from 'hono/html'
import { accounts } from '../accounts.ts'

/** The sign-in form. `returnTo` is a path on the stand-in. */
export const loginPage = (returnTo: string) => html`<!doctype html>
<html dir="ltr" lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Log in to the stand-in for Canvas</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/dist/brandable_css/stand-in.css">
</head>
<body class="ic-Login-Body">
  <p class="stand-in-note" role="note">This is a stand-in for Canvas, for trying Rollcall; the people are invented.</p>
  <main class="stand-in-login">
    <h1>Log in</h1>
    <form id="login_form" method="post" action="/login/canvas">
      <input type="hidden" name="return_to" value="${returnTo}">
      <label>Username <input name="username" value="instructor" autocomplete="off" list="accounts" required></label>
      <label>Password <input name="password" type="password" value="anything" autocomplete="off"></label>
      <button>Log In</button>
    </form>
    <datalist id="accounts">${accounts.map(({ username }) => html`<option value="${username}"></option>`)}</datalist>
    <p>Any password does. Other usernames: <b>assistant</b> sees one section, <b>student</b> sees names without addresses.</p>
  </main>
</body>
</html>`
