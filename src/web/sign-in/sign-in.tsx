import type { VNode } from 'preact';

export interface DemoAccount {
  readonly username: string;
  readonly sentence: string;
}

export interface SignInView {
  readonly error: string | null;
  readonly username: string;
  /** The page to go on to. */
  readonly back: string;
  /** The invented people one may try; empty outside demo installations. */
  readonly accounts: readonly DemoAccount[];
}

export function SignIn({ error, username, back, accounts }: SignInView): VNode {
  return (
    <>
      <h1>Log ind</h1>
      {error !== null && (
        <div class="alert alert-error" role="alert">
          <div class="alert-body"><p class="alert-text">{error}</p></div>
        </div>
      )}
      <form method="post" action="/log-ind" class="sign-in">
        <div class="form-group">
          <label class="form-label" for="username">Brugernavn</label>
          <input class="form-input" id="username" name="username" type="text" autocomplete="username" required value={username} autoFocus />
        </div>
        <div class="form-group">
          <label class="form-label" for="password">Adgangskode</label>
          <input class="form-input" id="password" name="password" type="password" autocomplete="current-password" required />
        </div>
        {back !== '/' && <input type="hidden" name="til" value={back} />}
        <button class="button button-primary mt-5" type="submit">Log ind</button>
      </form>
      {accounts.length > 0 && <Accounts accounts={accounts} />}
    </>
  );
}

function Accounts({ accounts }: { accounts: readonly DemoAccount[] }): VNode {
  return (
    <section class="mt-8">
      <h2>Prøv som</h2>
      <p>Kommunen og alle navne er opdigtede. Adgangskoden er <strong>demo</strong>.</p>
      <table class="table accounts">
        <thead><tr><th scope="col">Brugernavn</th><th scope="col">Hvem det er</th></tr></thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.username}><th scope="row">{account.username}</th><td>{account.sentence}</td></tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
