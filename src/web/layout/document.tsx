import type { ComponentChildren, VNode } from 'preact';
import type { Actor } from '../../platform/database/actor.js';
import { ASSETS } from '../assets/assets.js';

export interface Viewer {
  readonly actor: Actor;
  /** Goes into every form of the page. */
  readonly csrf: string;
}

export interface DocumentProps {
  readonly title: string;
  readonly municipality: string;
  /** Null where nobody is signed in. */
  readonly viewer: Viewer | null;
  /** The menu entry of the page. */
  readonly current?: string;
  readonly children: ComponentChildren;
}

const MENU = [{ href: '/dagsorden', text: 'Dagsorden' }];

/** The frame of every page: skip link, header, menu, one main, footer. */
export function Document({ title, municipality, viewer, current, children }: DocumentProps): VNode {
  return (
    <html lang="da">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} – Overgang`}</title>
        <link rel="stylesheet" href={ASSETS.designSystem} />
        <link rel="stylesheet" href={ASSETS.own} />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <a class="skipnav" href="#indhold">Gå til sidens indhold</a>
        <header class="header">
          <PortalInfo municipality={municipality} viewer={viewer} />
          {viewer !== null && <Menu current={current} />}
        </header>
        <main class="container page-container" id="indhold" tabIndex={-1}>{children}</main>
        <footer class="footer">
          <div class="footer-inner container">
            <p>{`Overgang · ${municipality}`}</p>
          </div>
        </footer>
      </body>
    </html>
  );
}

function PortalInfo({ municipality, viewer }: { municipality: string; viewer: Viewer | null }): VNode {
  return (
    <div class="portal-info">
      <div class="portal-info-inner container">
        <a href="/" class="alert-leave"><strong>{`Overgang – ${municipality}`}</strong></a>
        {viewer !== null && (
          <div class="portal-user">
            <p class="user">{viewer.actor.name}</p>
            <form method="post" action="/log-ud" class="sign-out">
              <CsrfField csrf={viewer.csrf} />
              <button class="function-link d-print-none" type="submit">Log ud</button>
            </form>
          </div>
        )}
      </div>
    </div>
  );
}

function Menu({ current }: { current: string | undefined }): VNode {
  return (
    <div class="navigation-menu">
      <div class="navigation-menu-inner container">
        <nav class="nav" aria-label="Hovedmenu">
          <ul class="mainmenu">
            {MENU.map(({ href, text }) => (
              <li key={href} class={href === current ? 'active current' : ''}>
                <a class="nav-link" href={href} aria-current={href === current ? 'page' : undefined}><span>{text}</span></a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </div>
  );
}

/** The hidden field that proves that a form came from a page of ours. */
export function CsrfField({ csrf }: { csrf: string }): VNode {
  return <input type="hidden" name="_csrf" value={csrf} />;
}
