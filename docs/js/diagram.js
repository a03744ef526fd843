// Bring what matters of a wide diagram into its window. Without this script it is scrolled to by hand.

// A box that the keyboard reaches is shown whole: a browser alone shows only the nearest edge of a link in a drawing.
// Not so for the mouse: the box would move away from under it before the click is done.
document.addEventListener("focusin", (event) => {
  const box = event.target.closest(".dt-scroll .n");
  if (box && box.matches(":focus-visible")) box.scrollIntoView({ block: "nearest", inline: "center" });
});

// A drawing higher than the window is shown from its start when the keyboard comes to it: a browser alone may leave that
// under the header.
document.addEventListener("focusin", ({ target }) => {
  if (!target.matches(".dt-scroll:focus-visible")) return;
  requestAnimationFrame(() => {
    const header = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
    if (target.getBoundingClientRect().top < header) target.scrollIntoView();
  });
});

// A diagram that goes on beside its window says so: on a touch screen no scroll bar does.
const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    target.previousElementSibling.hidden = target.scrollWidth <= target.clientWidth;
  }
});
for (const region of document.querySelectorAll(".dt-scroll")) sizes.observe(region);

// A diagram opens on its first box, not on the empty space beside it.
for (const region of document.querySelectorAll(".dt-scroll")) {
  const first = region.querySelector(".n");
  if (!first || region.scrollWidth <= region.clientWidth) continue;
  const box = first.getBoundingClientRect();
  const frame = region.getBoundingClientRect();
  region.scrollLeft += box.left + box.width / 2 - (frame.left + frame.width / 2);
}
