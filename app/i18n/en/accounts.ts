import type { Messages } from "../messages.ts";

export const accounts: Messages["accounts"] = {
  signIn: {
    title: "Sign in",
    lead: "For the press officers of an agency.",
    email: "E-mail",
    password: "Password",
    submit: "Sign in",
    wrong: "The e-mail address or the password is wrong.",
    tooMany: "Too many attempts. Please wait fifteen minutes and try again.",
  },
  signOut: "Sign out",
  own: {
    title: "My account",
    agency: "Agency",
    wholeCountry: "Administrator of the whole system",
    password: "Change password",
    old: "Current password",
    fresh: "New password",
    change: "Change password",
    changed: "Password changed. Other browsers have been signed out.",
    sessions: "Browsers signed in",
    thisOne: "this browser",
    began: "Signed in at",
    revoke: "Sign this browser out",
    problems: {
      "short-password": "The new password needs at least 12 characters.",
      "wrong-password": "The current password is wrong.",
    },
  },
  roles: { administrator: "Administrator", officer: "Press officer" },
};
