// What the theme leaves open, closed.

// The theme marks no choice of colors as made until the reader makes one: going backward, the keyboard then stops at
// the choice that is not shown.
for (const option of document.querySelectorAll(".md-option")) option.checked = !option.nextElementSibling.hidden;
