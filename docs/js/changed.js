// A step that changed lately says so for 90 days. Which day it is, the browser alone knows.
for (const mark of document.querySelectorAll(".dt-changed")) {
  mark.hidden = Date.now() - Date.parse(mark.dataset.date) > 90 * 86_400_000;
}
