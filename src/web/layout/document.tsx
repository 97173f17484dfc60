import type { ComponentChildren, VNode } from 'preact';
import type { Actor } from '../../platform/database/actor.js';
import { ASSETS } from '../assets/assets.js';
import { CsrfField, Form } from '../forms/form.js';
import { Csrf } from '../forms/form-context.js';
import { openTo } from './open-to.js';

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
  /** Only the content: for a screen that the youth looks at too. */
  readonly bare?: boolean;
  readonly children: ComponentChildren;
}

/** The menu; each sees the entries that are open to them. */
const MENU: readonly { readonly href: string; readonly text: string }[] = [
  { href: '/', text: 'Forside' },
  { href: '/unge', text: 'Unge' },
  { href: '/anmodninger', text: 'Anmodninger' },
  { href: '/dagsorden', text: 'Dagsorden' },
  { href: '/frister', text: 'Frister' },
  { href: '/kalender', text: 'Kalender' },
  { href: '/personaleskift', text: 'Personaleskift' },
  { href: '/administration', text: 'Administration' },
  { href: '/log', text: 'Log' },
  { href: '/soeg', text: 'Søg' },
];

/** The frame of every page: skip link, header, menu, one main, footer. */
export function Document({ title, municipality, viewer, current, bare = false, children }: DocumentProps): VNode {
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
        <script src={ASSETS.script} type="module" />
      </head>
      <body>
        <Csrf.Provider value={viewer?.csrf ?? ''}>
          <a class="skipnav" href="#indhold">Gå til sidens indhold</a>
          {!bare && (
            <header class="header">
              <PortalInfo municipality={municipality} viewer={viewer} />
              {viewer !== null && <Menu actor={viewer.actor} current={current} />}
            </header>
          )}
          <main class="container page-container" id="indhold" tabIndex={-1}>{children}</main>
          {!bare && <Footer municipality={municipality} />}
        </Csrf.Provider>
      </body>
    </html>
  );
}

function Footer({ municipality }: Pick<DocumentProps, 'municipality'>): VNode {
  return (
    <footer class="footer">
      <div class="footer-inner container">
        <p>{`Overgang · ${municipality} · `}<a href="/hjaelp">Hjælp</a>{' · '}<a href="/tilgaengelighed">Tilgængelighed</a></p>
      </div>
    </footer>
  );
}

function PortalInfo({ municipality, viewer }: { municipality: string; viewer: Viewer | null }): VNode {
  return (
    <div class="portal-info">
      <div class="portal-info-inner container">
        <a href="/" class="alert-leave"><strong>{`Overgang – ${municipality}`}</strong></a>
        {viewer !== null && (
          <div class="portal-user">
            <HeaderSearch />
            <p class="user">{viewer.actor.name}</p>
            <form method="post" action="/log-ud" class="sign-out">
              <CsrfField />
              <button class="function-link d-print-none" type="submit">Log ud</button>
            </form>
          </div>
        )}
      </div>
    </div>
  );
}

/** `/` on the keyboard comes here; on small screens the menu's own entry leads to the search page. */
function HeaderSearch(): VNode {
  return (
    <Form action="/soeg" class="header-search d-print-none">
      <label class="sr-only" for="soeg-i-hovedet">Søg efter navn, CPR-nummer eller ord</label>
      <input class="form-input" id="soeg-i-hovedet" name="text" type="search" maxLength={100} placeholder="Søg (tast /)" autocomplete="off" data-search-key="" />
      <button class="button button-secondary" type="submit">Søg</button>
    </Form>
  );
}

function Menu({ actor, current }: { actor: Actor; current: string | undefined }): VNode {
  const entries = MENU.filter(({ href }) => openTo(actor, href));
  return (
    <div class="navigation-menu">
      <div class="navigation-menu-inner container">
        <nav class="nav" aria-label="Hovedmenu">
          <ul class="mainmenu">
            {entries.map(({ href, text }) => (
              <li key={href} class={href === current ? 'active current' : undefined}>
                <a class="nav-link" href={href} aria-current={href === current ? 'page' : undefined}><span>{text}</span></a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </div>
  );
}
