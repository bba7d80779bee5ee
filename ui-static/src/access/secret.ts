// Secrets as people read, copy and type them.

/** In groups of four, as they are read aloud and typed. */
export function grouped(secret: string): string {
  return secret.replace(/\s/g, "").replace(/(.{4})(?=.)/g, "$1 ");
}

/** A code as it was meant: apps show "123 456", and what is copied has spaces around it. */
export function plainCode(typed: string): string {
  const plain = typed.replace(/\s/g, "");
  return /^\d{6}$/.test(plain) ? plain : typed.trim();
}

/** What is wrong with a new password that can be said without asking the server; null if nothing is. */
export function passwordMistake(current: string, next: string, again: string): string | null {
  if ([...next].length < 12) return "The new password needs 12 characters or more.";
  if (next !== again) return "The two new passwords are not the same.";
  return next === current ? "The new password is the current one: choose another." : null;
}
