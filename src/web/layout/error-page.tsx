import type { VNode } from 'preact';

/** What went wrong and what to do, in plain Danish. @param unsent a form came when nobody was signed in any more: the browser still has what was typed */
export function ErrorPage({ title, requestId, unsent }: { title: string; requestId: string | null; unsent: boolean }): VNode {
  return (
    <>
      <h1>Det gik ikke</h1>
      <div class="alert alert-error" role="alert">
        <div class="alert-body">
          <p class="alert-text">{title}</p>
        </div>
      </div>
      {requestId !== null && <p>{`Nummer til support: ${requestId}`}</p>}
      {unsent ? (
        <>
          <p>Det, du skrev, er ikke gemt endnu. Sådan får du det med:</p>
          <ol>
            <li><a href="/log-ind" target="_blank" rel="noopener">Log ind i en ny fane</a>.</li>
            <li>Kom tilbage hertil, og brug browserens tilbageknap. Teksten står der stadig.</li>
            <li>Send igen.</li>
          </ol>
        </>
      ) : <p><a href="/">Gå til forsiden</a></p>}
    </>
  );
}
