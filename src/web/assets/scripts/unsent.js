/**
 * Text that the server does not have yet is kept in the tab until it does. Signing out clears it: the answer to that carries
 * Clear-Site-Data. Passwords and files are never kept, and neither is anything that was not typed.
 */
const PREFIX = 'usendt ';

export function keep(form) {
  const values = {};
  for (const field of typed(form)) values[field.name] = field.value;
  write(form, { version: versionOf(form), values });
}

export function forget(form) {
  try {
    sessionStorage.removeItem(keyOf(form));
  } catch {
    // a browser that keeps nothing has nothing to forget
  }
}

/** Puts back what had not reached the server. True when there was something. */
export function restore(form) {
  const kept = read(form);
  if (kept === null) return false;
  let changed = false;
  for (const field of typed(form)) {
    const value = kept.values[field.name];
    if (value === undefined || value === field.value) continue;
    field.value = value;
    changed = true;
  }
  if (!changed) forget(form);
  else if (kept.version !== null) form.elements.namedItem('version').value = kept.version;
  if (changed) form.dataset.dirty = '';
  return changed;
}

function typed(form) {
  return [...form.querySelectorAll('textarea[name], input[name]:not([type]), input[name][type="text"], input[name][type="date"], select[name]')];
}

/** Several forms of a page may have the same address: the hidden heading tells them apart. */
function keyOf(form) {
  return PREFIX + form.getAttribute('action') + (form.elements.namedItem('heading')?.value ?? '');
}

function versionOf(form) {
  return form.elements.namedItem('version')?.value ?? null;
}

function write(form, kept) {
  try {
    sessionStorage.setItem(keyOf(form), JSON.stringify(kept));
  } catch {
    // without storage the text is only on the page
  }
}

function read(form) {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(form)) ?? 'null');
  } catch {
    return null;
  }
}
