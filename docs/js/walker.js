"use strict";

// Show a walk on the page of a tree, above its diagram and its steps. The state stands in the address after the #, which
// a browser sends to nobody, and nowhere else: Back, reload and a copied link bring it back. What a card shows is copied
// from the steps of the page, so that the two say the same; without this script the steps are complete.
{
  const { walk, follow, without, answerTo, read, written, isOutcome, Refused } = globalThis.guidelineWalk;
  const data = globalThis.guidelineTrees;
  const page = document.querySelector(".dt[data-tree]");
  const box = page.querySelector(".dt-walk");
  const here = page.dataset.tree.split("/")[1];
  const atStart = [...box.childNodes];
  let now = null;
  // The walk that is shown, or null before the first answer.

  function el(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children.filter((child) => child !== null));
    return made;
  }
  const button = (className, says, act) => el("button", { type: "button", className, onclick: act }, says);
  const badge = (node) => el("span", { className: "dt-badge" }, node.badge);
  const sectionOf = (id) => page.querySelector(`.dt-step[data-node="${id}"]`);

  // Another page of the collection, at the same place in the site or in its folder.
  const addressOf = (tree, fragment) =>
    `${location.pathname.replace(/[^/]+\/(index\.html)?$/, `${tree}/$1`)}#${fragment}`;

  function fragmentOf(given) {
    const walked = { ...walk(data, now?.start ?? here, given), given };
    return { tree: walked.tree, fragment: written(data, now?.start ?? here, walked) };
  }

  function go(given) {
    const { tree, fragment } = fragmentOf(given);
    if (tree === here) location.hash = fragment;
    else location.assign(addressOf(tree, fragment));
  }

  const nodeOf = (id) => Object.values(data.trees).find((tree) => tree.nodes[id]).nodes[id];
  const given = () => now?.given ?? [];
  const stepOf = (id) => now?.steps.findLast((step) => step.tree === here && step.id === id);
  const isAsked = (id) => (now ? now.asks?.id : data.trees[here].start) === id;
  const take = (step) => without(data, given(), step);
  const answer = (id, value) => go([...(isAsked(id) || isOutcome(nodeOf(id)) ? given() : take(stepOf(id))), [id, value]]);

  // A step is shown once: another tree that asks the same is answered with what is known. After an event, anew.
  function shownOnce(steps) {
    const [current, fixed] = [new Set(), new Set()];
    return steps.filter(({ id, node }) => {
      if (isOutcome(node)) return current.clear(), true;
      if (current.has(id) || fixed.has(id)) return false;
      return (node.fixed ? fixed : current).add(id);
    });
  }
  const answerOf = ({ node, ways, number }) =>
    ways.map((way) => way.says).join("; ") + (number === undefined ? "" : ` (${number} ${node.unit})`);

  function trail(walked) {
    let tree = null;
    const rows = [];
    for (const step of shownOnce(walked.steps)) {
      if (step.tree !== tree && (step.tree !== here || tree !== null)) {
        rows.push(el("li", { className: "dt-trail-tree" }, data.trees[step.tree].title));
      }
      tree = step.tree;
      const change = button("dt-change", "Change", () => go(take(step)));
      change.setAttribute("aria-label", `Change: ${step.node.words}`);
      rows.push(
        el("li", {}, badge(step.node), " ", step.node.words, " ", el("b", {}, `${isOutcome(step.node) ? "→ " : ""}${answerOf(step)}`), " ",
          isOutcome(step.node) ? null : change),
      );
    }
    return el("ol", { className: "dt-trail" }, ...rows);
  }

  // A copy of a step of the page, with its heading, without what only its place on the page is about.
  function card(id) {
    const section = sectionOf(id).cloneNode(true);
    section.className = section.className.replace("dt-step", "dt-card").replace(/ is-\w+/g, "");
    const heading = el("h2", { tabIndex: -1 }, ...section.querySelector("h3").childNodes);
    section.querySelector("h3").replaceWith(heading);
    section.querySelectorAll(".dt-from, .dt-yours").forEach((each) => each.remove());
    for (const row of section.querySelectorAll(".is-on")) row.classList.remove("is-on");
    return section;
  }

  function questionCard({ id, node }) {
    const section = card(id);
    const list = section.querySelector(".dt-answers");
    for (const row of list.children) {
      const says = [...row.querySelector(".dt-says").childNodes];
      const { code, way } = row.dataset;
      row.firstChild.replaceWith(
        way === "item"
          ? el("label", { className: "dt-item" }, el("input", { type: "checkbox", value: code, autocomplete: "off" }), " ", el("span", {}, ...says))
          : el("button", { type: "button", className: "dt-answer" }, ...says),
      );
    }
    if (node.kind === "measure") {
      const field = el("input", { type: "text", inputMode: "decimal", autocomplete: "off", maxLength: 12, size: 8 });
      list.before(el("p", { className: "dt-number" }, el("label", {}, `Number in ${node.unit} `, field), " ", button("dt-enter", "Go on")), wrong());
    }
    if (node.kind === "checklist") list.after(el("p", { className: "dt-number" }, button("dt-enter", "Show what is ticked")), wrong());
    return section;
  }
  function wrong() {
    const said = el("p", { className: "dt-wrong" });
    said.setAttribute("role", "alert");
    return said;
  }

  function outcomeCard({ id }) {
    const section = card(id);
    for (const link of section.querySelectorAll(".dt-then > li > a")) {
      link.replaceWith(el("button", { type: "button", className: "dt-answer" }, ...link.childNodes));
    }
    return section;
  }

  // The nearest answers that lead elsewhere, and where.
  function changes(walked) {
    const ends = (other) => String(other.outcomes.map((outcome) => outcome.id));
    const rows = [];
    for (const step of shownOnce(walked.steps).reverse()) {
      const { id, node, ways } = step;
      if (isOutcome(node)) continue;
      const codes = ways.map((way) => way.code);
      for (const way of node.ways.filter((each) => !codes.includes(each.code))) {
        const several = node.kind === "checklist" && way.to && ![...codes, way.code].some((code) => ["none", "unknown"].includes(code));
        const value = several ? [...codes, way.code].join(",") : way.code;
        const others = [...take(step), [id, value]];
        const other = { ...walk(data, now.start, others), given: others };
        if (other.outcomes.length && ends(other) === ends(walked)) continue;
        const leads = other.asks ? `asks: ${other.asks.node.words}` : other.outcomes.map((outcome) => outcome.node.words).join("; ");
        const link = el("a", { href: addressOf(other.tree, written(data, now.start, other)) }, `${several ? "Also " : ""}${way.says}`);
        rows.push(el("li", {}, `${node.words} `, link, ` → ${leads}`));
      }
    }
    return rows.length ? el("details", { className: "dt-changes" }, el("summary", {}, "What would change this"), el("ul", {}, ...rows)) : null;
  }

  function tools(walked) {
    const said = el("p", { className: "dt-done" });
    said.setAttribute("role", "status");
    const copied = async (text, what) => {
      try {
        await navigator.clipboard.writeText(text);
        said.textContent = `${what} copied.`;
      } catch {
        const field = el("textarea", { readOnly: true, value: text, rows: 6 });
        field.setAttribute("aria-label", `${what}, to be copied by hand`);
        said.replaceChildren("The browser does not let this page copy. Copy it from here:", field);
        field.select();
      }
    };
    const outcome = walked.outcomes.length > 0;
    return el(
      "div",
      { className: "dt-tools" },
      walked.given.length ? button("", "Back one step", () => go(walked.given.slice(0, -1))) : null,
      button("", "Start over", () => location.assign(addressOf(now.start, ""))),
      button("", "Copy link", () => copied(location.href, "Link")),
      outcome ? button("", "Copy as text", () => copied(asText(walked), "Text")) : null,
      outcome ? button("", "Print", printed) : null,
      said,
    );
  }

  function asText(walked) {
    const lines = [document.title, ""];
    for (const step of shownOnce(walked.steps)) lines.push(`${step.node.badge} ${step.node.words} ${answerOf(step)}`);
    for (const { id } of walked.outcomes) {
      const section = sectionOf(id);
      lines.push("", section.querySelector("h3").innerText, section.querySelector(".dt-kind").firstChild.textContent);
      for (const row of section.querySelectorAll(".dt-facts > div")) {
        lines.push(`${row.firstChild.innerText}: ${row.lastChild.innerText.replace(/\s*\n+\s*/g, "\n  ")}`);
      }
    }
    return [...lines, "", page.querySelector(".dt-fig > figcaption .dt-caption").innerText, location.href].join("\n");
  }

  function printed() {
    document.documentElement.classList.add("dt-print");
    addEventListener("afterprint", () => document.documentElement.classList.remove("dt-print"), { once: true });
    print();
  }

  // Light the way in the diagram, and mark it in the steps.
  function mark(walked) {
    for (const each of page.querySelectorAll(".dt-yours")) each.remove();
    for (const each of page.querySelectorAll(".is-on, .is-now")) each.classList.remove("is-on", "is-now");
    page.classList.toggle("is-walking", Boolean(walked));
    const drawing = page.querySelector(".dt-scroll .dt-svg");
    for (const chip of drawing.querySelectorAll(".k-chip")) {
      const [id, code] = chip.dataset.id.split(":");
      chip.classList.toggle("is-live", !code.startsWith("+") && Boolean(isAsked(id) || stepOf(id)));
    }
    if (!walked) return;
    const light = (css, name = "is-on") => drawing.querySelectorAll(css).forEach((each) => each.classList.add(name));
    const yours = (place, says) => place.append(el("span", { className: "dt-yours" }, says));
    for (const { tree, id, node, ways } of walked.steps) {
      if (tree !== here) continue;
      light(`.n[data-id="${id}"]`);
      sectionOf(id).classList.add("is-on");
      for (const code of [...(node.always ? ["+always"] : []), ...ways.map((way) => way.code)]) {
        const chip = `${id}:${code}`;
        light(`.n[data-id="${chip}"], .n[data-id^="${chip}>"], .e[data-from="${id}"][data-to="${chip}"], .e[data-from="${chip}"]`);
        const row = sectionOf(id).querySelector(`li[data-code="${code}"]`);
        if (!row) continue;
        row.classList.add("is-on");
        yours(row, isOutcome(node) ? "This happened" : "Your answer");
      }
    }
    for (const { id } of walked.asks ? [walked.asks] : walked.outcomes) {
      light(`.n[data-id="${id}"]`, "is-now");
      sectionOf(id).classList.add("is-now");
      yours(sectionOf(id).querySelector(".dt-kind"), "You are here");
    }
    const [region, target] = [page.querySelector(".dt-scroll"), drawing.querySelector(".is-now")];
    const [frame, place] = [region.getBoundingClientRect(), target.getBoundingClientRect()];
    region.scrollLeft += place.left + place.width / 2 - (frame.left + frame.width / 2);
  }

  const note = (text) => el("p", { className: "dt-stale" }, text);

  function notes(walked) {
    const stale = walked.stale.map((tree) => `“${data.trees[tree]?.title ?? tree}”`).join(", ");
    const found = [];
    if (stale) found.push(note(`This link was made with another version of ${stale}. Read each answer again.`));
    if (!walked.whole) found.push(note("Not every answer of this link makes sense here: it was followed as far as they do."));
    return found;
  }

  function unused(walked) {
    if (!walked.unused.size) return null;
    const rows = [...walked.unused].map(([id, { codes, number }]) => {
      const node = nodeOf(id);
      const ways = node.ways.filter((way) => codes.includes(way.code));
      return `${node.words} ${answerOf({ node, ways, number })}`;
    });
    return el("p", { className: "dt-unused" }, `Also known, and not asked on this way: ${rows.join(" · ")}`);
  }

  function show(focus) {
    const told = read(data, location.hash.slice(1));
    if (!told) {
      now = null;
      box.replaceChildren(...atStart);
      return mark(null);
    }
    const walked = { ...told, ...follow(data, told.start, told.given) };
    if (walked.tree !== here) return location.replace(addressOf(walked.tree, location.hash.slice(1)));
    now = walked;
    const cards = walked.asks ? [questionCard(walked.asks)] : walked.outcomes.map(outcomeCard);
    box.replaceChildren(
      ...[...notes(walked), walked.steps.length ? trail(walked) : null, ...cards, walked.asks ? null : changes(walked), unused(walked), tools(walked)].filter(Boolean),
    );
    mark(walked);
    if (focus) {
      const heading = cards[0].querySelector("h2");
      heading.focus({ preventScroll: true });
      box.scrollIntoView();
      if (cards[0].getBoundingClientRect().top > innerHeight / 2) cards[0].scrollIntoView();
    }
  }

  // What is typed or ticked, held against the question before it is followed.
  function enter(section) {
    const id = section.dataset.node;
    const ticked = [...section.querySelectorAll("input:checked")].map((each) => each.value);
    const field = section.querySelector("input[inputmode]");
    try {
      if (!field && !ticked.length) throw new Refused("Tick what is true, or say that none is or that it is not known.");
      const value = field ? field.value.trim() : ticked.join(",");
      if (field && !value) throw new Refused("Give a number, or choose below.");
      answerTo(nodeOf(id), value);
      answer(id, value);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      section.querySelector(".dt-wrong").textContent = error.message;
      (field ?? section.querySelector("input")).focus();
    }
  }

  box.addEventListener("click", ({ target }) => {
    const section = target.closest(".dt-card");
    if (target.closest(".dt-enter")) return enter(section);
    const row = target.closest(".dt-answer")?.closest("li");
    if (row) answer(section.dataset.node, row.dataset.code);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("input")) enter(event.target.closest(".dt-card"));
  });

  page.addEventListener("click", (event) => {
    // An answer in the diagram answers the question it stands below, if that is asked or has been.
    const chip = event.target.closest(".dt-scroll .k-chip");
    if (chip) {
      const [id, code] = chip.dataset.id.split(":");
      if (chip.classList.contains("is-live")) answer(id, code);
    }
    // A box, or a link to a step, leads there and leaves the answers where they are.
    const link = event.target.closest("a");
    const to = link?.getAttribute("href") ?? link?.getAttribute("xlink:href");
    const goal = now && to?.startsWith("#") ? document.getElementById(to.slice(1)) : null;
    if (!goal || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    goal.tabIndex = -1;
    goal.focus({ preventScroll: true });
    goal.scrollIntoView();
  });

  addEventListener("hashchange", () => show(true));
  show(true);
}
