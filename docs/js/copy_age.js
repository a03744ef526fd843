// A copy that has become old says so more loudly. The day on which it is read is known to the browser alone.
{
  const OLD = 90;
  const words = document.querySelector(".dt-copy:not([hidden]) [data-date]");
  const days = words ? Math.floor((Date.now() - Date.parse(words.dataset.date)) / 86_400_000) : 0;
  if (days >= OLD) {
    const warning = document.createElement("strong");
    warning.textContent = `This copy is ${days} days old. Look at the site itself before you rely on it.`;
    words.append(warning);
  }
}
