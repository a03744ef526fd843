// Light or dark, before the page is drawn: as the reader chose, or else as their system has it.
{
  const fits = [...document.querySelectorAll(".md-option")].find((each) => matchMedia(each.dataset.mdColorMedia).matches);
  const { mdColorScheme: scheme, mdColorPrimary: primary, mdColorAccent: accent } = fits?.dataset ?? {};
  const colors = __md_get("__palette")?.color ?? { scheme, primary, accent };
  for (const [key, value] of Object.entries(colors)) if (value) document.body.setAttribute(`data-md-color-${key}`, value);
}
