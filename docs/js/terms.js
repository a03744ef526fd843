// The meaning of a term, beside the term, while it is pointed at, has the focus or has been tapped. Without this script
// a term is a link to its entry in the glossary, and no more.

const GAP = 4;
const GRACE = 250;
// Milliseconds in which the pointer may cross from a term to its meaning.

let shown = null;
// The term whose meaning is shown.
let pressed = null;
// The term that a finger or a pen is on, and whether its meaning was shown before.
let inside = false;
// Whether the last press was on a meaning: its words may be selected.
let leaving = 0;

const term_of = (target) => (target instanceof Element ? target.closest(".dt-term") : null);
const tip_of = (target) => (target instanceof Element ? target.closest(".dt-tip") : null);
const tip_for = (term) => document.getElementById(term.getAttribute("aria-describedby"));

function close() {
  clearTimeout(leaving);
  if (shown) tip_for(shown).hidden = true;
  shown = null;
}

function open(term) {
  clearTimeout(leaving);
  if (shown === term || !tip_for(term)) return;
  close();
  shown = term;
  tip_for(term).hidden = false;
  place(term, tip_for(term));
}

// The pointer has left: what is shown is again the meaning of the term that has the focus, if one has.
function back() {
  close();
  const focused = term_of(document.activeElement);
  if (focused?.matches(":focus-visible")) open(focused);
}

// Below the term, or above it where there is more room, and never beside the window.
function place(term, tip) {
  tip.style.left = tip.style.top = "0";
  const [lines, box, origin] = [term.getClientRects(), tip.getBoundingClientRect(), tip.getBoundingClientRect()];
  const [first, last] = [lines[0], lines[lines.length - 1]];
  const header = document.querySelector(".md-header");
  const top = header ? Math.max(0, header.getBoundingClientRect().bottom) : 0;
  const below = innerHeight - last.bottom;
  const above = first.top - top;
  const down = box.height + GAP <= below || below >= above;
  const line = down ? last : first;
  const wide = document.documentElement.clientWidth;
  const left = Math.max(GAP, Math.min(line.left, wide - box.width - GAP));
  tip.style.left = `${left - origin.left}px`;
  tip.style.top = `${(down ? line.bottom + GAP : line.top - GAP - box.height) - origin.top}px`;
}

document.addEventListener("pointerover", (event) => {
  if (event.pointerType !== "mouse") return;
  const term = term_of(event.target);
  if (term) open(term);
  else if (shown && tip_of(event.target) === tip_for(shown)) clearTimeout(leaving);
});

document.addEventListener("pointerout", (event) => {
  if (event.pointerType !== "mouse" || !shown) return;
  const to = event.relatedTarget;
  const stays = term_of(to) === shown || tip_of(to) === tip_for(shown) || shown.matches(":focus-visible");
  clearTimeout(leaving);
  if (!stays) leaving = setTimeout(back, GRACE);
});

document.addEventListener("focusin", (event) => {
  const term = term_of(event.target);
  if (term) open(term);
});

document.addEventListener("focusout", (event) => {
  if (term_of(event.target) === shown && !inside) close();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") close();
});

document.addEventListener("pointerdown", (event) => {
  const term = term_of(event.target);
  inside = Boolean(tip_of(event.target));
  pressed = term && event.pointerType !== "mouse" ? { term, open: term === shown } : null;
  if (shown && term !== shown && !inside) close();
});

// The first tap shows the meaning, the second follows the link.
document.addEventListener("click", (event) => {
  const term = term_of(event.target);
  if (term && pressed?.term === term && !pressed.open) {
    event.preventDefault();
    open(term);
  }
  pressed = null;
});

// A window of another size; or a step above that has come near the window, and now has its own height.
function anew() {
  if (shown) place(shown, tip_for(shown));
}
addEventListener("resize", anew);
new ResizeObserver(anew).observe(document.body);
