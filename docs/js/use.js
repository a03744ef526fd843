// A button beside each text that is there to be copied. Without this script it is marked and copied by hand.
for (const text of document.querySelectorAll(".dt-copied")) {
  const says = text.previousElementSibling;
  const button = document.createElement("button");
  const told = document.createElement("span");
  button.type = "button";
  button.className = "dt-copy-button";
  button.textContent = "Copy";
  button.ariaLabel = `Copy: ${says.textContent}`;
  told.role = "status";
  says.append(" ", button, " ", told);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.textContent);
      told.textContent = "Copied.";
    } catch {
      // A browser may forbid it: what is to be copied is marked, and the keyboard copies it.
      getSelection().selectAllChildren(text);
      told.textContent = "Marked: copy it with the keyboard.";
    }
  });
}
