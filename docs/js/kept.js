// What the theme keeps in this browser: the choice of colors, and nothing else. The theme writes this script into each
// page, where the policy of the site lets no script stand.
{
  const scope = new URL(document.currentScript.dataset.scope, location);
  const name = (key, below) => `${below.pathname}.${key}`;

  globalThis.__md_scope = scope;
  globalThis.__md_hash = (text) => [...text].reduce((hash, letter) => (hash << 5) - hash + letter.charCodeAt(0), 0);
  // A browser may forbid a page to keep anything. It is then as on a first visit.
  globalThis.__md_get = (key, storage, below = scope) => {
    try {
      return JSON.parse((storage ?? localStorage).getItem(name(key, below)));
    } catch {
      return null;
    }
  };
  globalThis.__md_set = (key, value, storage, below = scope) => {
    try {
      (storage ?? localStorage).setItem(name(key, below), JSON.stringify(value));
    } catch {
      return;
    }
  };
}
