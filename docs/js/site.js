// What the theme leaves open, closed.

// The theme marks no choice of colors as made until the reader makes one: going backward, the keyboard then stops at
// the choice that is not shown.
for (const option of document.querySelectorAll(".md-option")) option.checked = !option.nextElementSibling.hidden;

// A step is laid out when it comes near the window, and moves what follows it: what has the focus then stays in sight.
document.addEventListener("focusin", ({ target }) => {
  requestAnimationFrame(() => {
    const { top, bottom } = target.getBoundingClientRect();
    if (target.matches(":focus-visible") && (bottom < 0 || top > innerHeight)) target.scrollIntoView({ block: "nearest" });
  });
});

// Once the page can be used, the steps out of the window are laid out too, one at a time. A browser that does not tell
// when it is idle may not keep in place what is read while something above it grows, and lays out none.
const waiting = [...document.querySelectorAll(".dt-step")];
const layOut = () => {
  waiting.shift()?.classList.add("is-laid");
  if (waiting.length) requestIdleCallback(layOut);
};
addEventListener("load", () => globalThis.requestIdleCallback?.(layOut));
