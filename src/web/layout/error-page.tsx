import type { VNode } from 'preact';

/** What went wrong and what to do, in plain Danish. */
export function ErrorPage({ title, requestId }: { title: string; requestId: string | null }): VNode {
  return (
    <>
      <h1>Det gik ikke</h1>
      <div class="alert alert-error" role="alert">
        <div class="alert-body">
          <p class="alert-text">{title}</p>
        </div>
      </div>
      {requestId !== null && <p>{`Nummer til support: ${requestId}`}</p>}
      <p><a href="/">Gå til forsiden</a></p>
    </>
  );
}
