// A tree in the frame of another site: what that site asks for in the address, and how high its frame has to be. No
// message is listened to, and nothing is said but a height.
{
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);

  // `?show=walk`, `diagram` or `key` shows one of the three; anything else shows all.
  const show = asked.get("show");
  if (["walk", "diagram", "key"].includes(show)) root.dataset.show = show;

  // `?theme=light` or `dark`; anything else follows the reader's system.
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const theme = asked.get("theme");
  const color = () => {
    const isDark = theme === "dark" || (theme !== "light" && dark.matches);
    root.dataset.mdColorScheme = isDark ? "slate" : "default";
  };
  color();
  dark.addEventListener("change", color);

  // Another tree is shown in the same way.
  addEventListener("DOMContentLoaded", () => {
    if (!location.search) return;
    for (const link of document.querySelectorAll("a")) {
      for (const name of ["href", "xlink:href"]) {
        const to = link.getAttribute(name);
        if (/^\.\.\/\w/.test(to)) link.setAttribute(name, to.replace(/#|$/, (end) => location.search + end));
      }
    }
  });

  // A link to a step shows the steps where they are not shown.
  const reveal = (to) => {
    if (/^#[\w-]+$/.test(to) && root.dataset.show) root.dataset.show += " key";
  };
  reveal(location.hash);
  const follow = ({ target }) => {
    const link = target.closest("a");
    reveal(link?.getAttribute("href") ?? link?.getAttribute("xlink:href"));
  };
  addEventListener("click", follow, true);

  // In the three ways in which hosts listen for it: our own, that of Canvas, and that of AMP, which others share.
  const tell = () => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    parent.postMessage({ type: "dt:height", height }, "*");
    parent.postMessage({ subject: "lti.frameResize", height }, "*");
    parent.postMessage({ sentinel: "amp", type: "embed-size", height }, "*");
  };
  if (parent !== self) new ResizeObserver(tell).observe(root);
}
