"use strict";

// A case to practice with: an address with `?case=NAME` loads what shows it beside the walk. Any other loads nothing.
{
  const name = new URLSearchParams(location.search).get("case");
  const tree = document.querySelector(".dt[data-tree]")?.dataset.tree;
  if (name !== null && tree) {
    const FILES = {};
    const VERSION = "";
    // Both are filled in when the site is built: by macros/finishing/practice.py, where the number is counted as here.
    const [collection] = tree.split("/");
    let number = 0;
    for (let at = 0; at < name.length; at += 1) number = (number * 31 + name.charCodeAt(at)) % 65521;
    const load = (path) =>
      new Promise((done) => {
        const script = document.createElement("script");
        script.src = new URL(`../../../${path}${VERSION && `?v=${VERSION}`}`, location);
        script.onload = script.onerror = done;
        document.body.append(script);
      });
    globalThis.guidelinePractice = {
      name,
      end: (of) => load(`practice/${collection}/ends/${of.replace("#", ".")}.js`),
    };
    load(`practice/${collection}/${number % (FILES[collection] ?? 1)}.js`).then(() => load("js/practice.js"));
  }
}
