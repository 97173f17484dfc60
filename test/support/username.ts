/** The name of the local account that `signIn` gives a person; the password is demo. */
export function usernameOf(staffId: string): string {
  return `bruger-${staffId.slice(-12)}`;
}
