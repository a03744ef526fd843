"use strict";

// One case within a learning platform, by SCORM 1.2. This page stays while the walk goes from one tree to another in its
// frame. The platform is told that the case was opened and that a comparison was seen: no answer, no score.
{
  const LEVELS = 7;
  const asked = new URLSearchParams(location.search);
  const [tree, name] = [asked.get("tree"), asked.get("case")];
  const { collection } = document.body.dataset;
  const frame = document.querySelector("iframe");

  // The interface of the platform, in this window or so many above it. A window of another origin may not be looked into.
  function above(start) {
    let from = start;
    try {
      for (let level = 0; from && level <= LEVELS; level += 1) {
        if (from.API) return from.API;
        if (from.parent === from) return null;
        from = from.parent;
      }
    } catch {
      // Nothing of the platform is there to be found.
    }
    return null;
  }
  const topOf = (start) => {
    try {
      return start.top.opener;
    } catch {
      return null;
    }
  };
  const api = above(window) ?? above(window.opener) ?? above(topOf(window));
  const STATUS = "cmi.core.lesson_status";
  const say = (status) => {
    api.LMSSetValue(STATUS, status);
    api.LMSCommit("");
  };
  let open = !!api && String(api.LMSInitialize("")) === "true";
  const done = () => open && ["passed", "completed"].includes(String(api.LMSGetValue(STATUS)));
  if (open && !done()) say("incomplete");

  const seen = () => {
    if (open && !done()) say("completed");
  };
  const leave = () => {
    if (open) api.LMSFinish("");
    open = false;
  };
  addEventListener("pagehide", leave);
  addEventListener("unload", leave);

  // A comparison may stand there before the frame says that it has loaded.
  frame.addEventListener("load", () => {
    try {
      const inside = frame.contentDocument;
      inside.addEventListener("dt:compared", seen);
      if (inside.querySelector(".dt-compared:not([hidden], [data-short])")) seen();
    } catch {
      // From a folder of files, a page may not look into its frame: nobody is told anything.
    }
  });
  if (/^\w+$/.test(tree) && name !== null) {
    frame.src = `embed/${collection}/${tree}/index.html?case=${encodeURIComponent(name)}`;
  }
}
