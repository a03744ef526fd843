"use strict";

// One of the patients of the page by chance. Nothing is kept of which.
{
  const place = document.querySelector(".dt-random");
  const links = document.querySelectorAll(".dt-start-case");
  if (place && links.length) {
    place.hidden = false;
    place.querySelector("button").onclick = () => links[Math.floor(Math.random() * links.length)].click();
  }
}
