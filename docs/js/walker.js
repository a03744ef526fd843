"use strict";

// Show a walk on the page of a tree, above its diagram and its steps. The state stands in the address after the #, which
// a browser sends to nobody, and nowhere else: Back, reload and a copied link bring it back. What a card shows is copied
// from the steps of the page, so that the two say the same; without this script the steps are complete.
{
  const { walk, follow, without, answerTo, read, written, isOutcome, mark, Refused } = guidelineWalk;
  const data = guidelineTrees;
  const one = (css, within = page) => within.querySelector(css);
  const all = (css, within = page) => [...within.querySelectorAll(css)];
  const page = one(".dt[data-tree]", document);
  const box = one(".dt-walk");
  const here = page.dataset.tree.split("/")[1];
  const atStart = [...box.childNodes];
  let now = null;
  // The walk that is shown, or null before the first answer.

  // An element by its name and class, `p.dt-done`, with its properties and what is in it.
  function el(named, properties, ...children) {
    const [name, className] = named.split(".");
    const made = Object.assign(document.createElement(name), properties, className && { className });
    made.append(...children.filter(Boolean));
    return made;
  }
  const button = (className, act, ...says) => el(`button.${className}`, { type: "button", onclick: act }, ...says);
  const on = (target, type, act, how) => target.addEventListener(type, act, how);
  const sectionOf = (id) => one(`.dt-step[data-node="${id}"]`);

  // Another page of the collection, at the same place in the site or in its folder, shown as this one is.
  const addressOf = (tree, fragment) =>
    location.href.replace(/[^/]+\/(index\.html)?(\?[^#]*)?(#.*)?$/, `${tree}/$1$2#`) + fragment;

  // Where answers lead, with the address that says so.
  function ahead(given) {
    const start = now?.start ?? here;
    const walked = { ...walk(data, start, given), given };
    return { ...walked, address: addressOf(walked.tree, written(data, start, walked)) };
  }
  const go = (given) => location.assign(ahead(given).address);

  const nodeOf = (id) => Object.values(data.trees).find((tree) => tree.nodes[id]).nodes[id];
  const given = () => now?.given ?? [];
  const stepOf = (id) => now?.steps.findLast((step) => step.tree === here && step.id === id);
  const isAsked = (id) => (now ? now.asks?.id : data.trees[here].start) === id;
  const isLive = (id) => !!(isAsked(id) || stepOf(id));
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
    let tree = here;
    const rows = [];
    for (const step of shownOnce(walked.steps)) {
      if (step.tree !== tree) rows.push(el("li.dt-trail-tree", {}, data.trees[step.tree].title));
      tree = step.tree;
      const after = isOutcome(step.node);
      const change = button("dt-change", () => go(take(step)), "Change");
      change.ariaLabel = `Change: ${step.node.words}`;
      rows.push(
        el("li", {}, el("span.dt-badge", {}, step.node.badge), ` ${step.node.words} ${after ? "→ " : ""}`,
          el("b", {}, answerOf(step)), " ", !after && change),
      );
    }
    return el("ol.dt-trail", {}, ...rows);
  }

  // A copy of a step of the page, with its heading, without what only its place on the page is about.
  function card(id) {
    const section = sectionOf(id).cloneNode(true);
    section.className = section.className.replace("dt-step", "dt-card").replace(/ is-\w+/g, "");
    const heading = el("h2", { tabIndex: -1 }, ...one("h3", section).childNodes);
    one("h3", section).replaceWith(heading);
    all(".dt-from, .dt-yours", section).forEach((each) => each.remove());
    all(".is-on", section).forEach((row) => row.classList.remove("is-on"));
    return section;
  }

  function questionCard({ id, node }) {
    const section = card(id);
    const list = one(".dt-answers", section);
    for (const row of list.children) {
      const says = [...one(".dt-says", row).childNodes];
      const { code, way } = row.dataset;
      row.firstChild.replaceWith(
        way === "item"
          ? el("label.dt-item", {}, el("input", { type: "checkbox", value: code }), " ",
              el("span", {}, ...says))
          : button("dt-answer", null, ...says),
      );
    }
    const number = node.kind === "measure";
    if (number || node.kind === "checklist") {
      const field = { type: "text", inputMode: "decimal", autocomplete: "off", maxLength: 12, size: 8 };
      const label = number && el("label", {}, `Number in ${node.unit} `, el("input", field));
      const enter = button("dt-enter", null, number ? "Go on" : "Show what is ticked");
      const wrong = el("p.dt-wrong", { role: "alert" });
      list[number ? "before" : "after"](wrong, el("p.dt-number", {}, label, number && " ", enter));
    }
    return section;
  }

  function outcomeCard({ id }) {
    const section = card(id);
    for (const link of all(".dt-then > li > a", section)) {
      link.replaceWith(button("dt-answer", null, ...link.childNodes));
    }
    return section;
  }

  // The nearest answers that lead elsewhere, and where.
  function changes(walked) {
    const ends = ({ outcomes }) => String(outcomes.map((outcome) => outcome.id));
    const rows = [];
    for (const step of shownOnce(walked.steps).reverse()) {
      const { id, node, ways } = step;
      if (isOutcome(node)) continue;
      const codes = ways.map((way) => way.code);
      for (const way of node.ways.filter((each) => !codes.includes(each.code))) {
        const both = String([...codes, way.code]);
        const several = node.kind === "checklist" && !/\b(none|unknown)\b/.test(both);
        const other = ahead([...take(step), [id, several ? both : way.code]]);
        if (other.outcomes.length && ends(other) === ends(walked)) continue;
        const leads = [other.asks ?? other.outcomes].flat().map((each) => each.node.words).join("; ");
        const link = el("a", { href: other.address }, `${several ? "Also " : ""}${way.says}`);
        rows.push(el("li", {}, `${node.words} `, link, ` → ${leads}`));
      }
    }
    const says = el("summary", {}, "What would change this");
    return rows.length && el("details.dt-changes", {}, says, el("ul", {}, ...rows));
  }

  function tools(walked) {
    const said = el("p.dt-done", { role: "status" });
    const copied = async (text, what) => {
      try {
        await navigator.clipboard.writeText(text);
        said.textContent = `${what} copied.`;
      } catch {
        const field = el("textarea", { readOnly: true, value: text, rows: 6, ariaLabel: what });
        said.replaceChildren("Copy it from here:", field);
        field.select();
      }
    };
    const outcome = walked.outcomes[0];
    return el(
      "div.dt-tools",
      {},
      walked.given.length && button("dt-tool", () => go(walked.given.slice(0, -1)), "Back one step"),
      button("dt-tool", () => location.assign(addressOf(now.start, "")), "Start over"),
      button("dt-tool", () => copied(location.href, "Link"), "Copy link"),
      outcome && button("dt-tool", () => copied(asText(walked), "Text"), "Copy as text"),
      outcome && button("dt-tool dt-prints", printed, "Print"),
      said,
    );
  }

  function asText(walked) {
    const lines = [document.title, ""];
    for (const step of shownOnce(walked.steps)) lines.push(`${step.node.badge} ${step.node.words} ${answerOf(step)}`);
    // Of the cards, not of the steps: what is not in the window has no text as it is read.
    for (const section of all(".dt-card")) {
      lines.push("", one("h2", section).innerText, one(".dt-kind", section).firstChild.textContent);
      for (const row of all(".dt-since, .dt-facts > div", section)) {
        lines.push(`${row.firstChild.innerText}: ${row.lastChild.innerText.replace(/\s*\n\s*/g, "\n  ")}`);
      }
    }
    return [...lines, "", one(".dt-fig > figcaption .dt-caption").innerText, location.href].join("\n");
  }

  function printed() {
    const { classList } = document.documentElement;
    classList.add("dt-print");
    on(window, "afterprint", () => classList.remove("dt-print"), { once: true });
    print();
  }

  function notes({ stale, whole }) {
    const titles = stale.map((tree) => `“${data.trees[tree]?.title ?? tree}”`).join(", ");
    const note = (says) => el("p.dt-stale", {}, says);
    return [
      titles && note(`This link was made with another version of ${titles}. Read each answer again.`),
      !whole && note("Not every answer of this link makes sense here: it was followed as far as they do."),
    ];
  }

  function unused(walked) {
    const rows = [...walked.unused].map(([id, { codes, number }]) => {
      const node = nodeOf(id);
      const ways = node.ways.filter((way) => codes.includes(way.code));
      return `${node.words} ${answerOf({ node, ways, number })}`;
    });
    return rows[0] && el("p.dt-unused", {}, `Also known, and not asked on this way: ${rows.join(" · ")}`);
  }

  function show() {
    const fragment = location.hash.slice(1);
    now = read(data, fragment);
    if (now) now = { ...now, ...follow(data, now.start, now.given) };
    if (now && now.tree !== here) return location.replace(addressOf(now.tree, fragment));
    const { steps = [], asks, outcomes = [] } = now ?? {};
    const cards = asks ? [questionCard(asks)] : outcomes.map(outcomeCard);
    const parts = now
      ? [...notes(now), steps[0] && trail(now), ...cards, !asks && changes(now), unused(now), tools(now)]
      : atStart;
    box.replaceChildren(...parts.filter(Boolean));
    page.classList.toggle("is-walking", !!now);
    mark(page, all, isLive, steps.filter((step) => step.tree === here), asks ? [asks] : outcomes);
    if (!now) return;
    one("h2", cards[0]).focus({ preventScroll: true });
    box.scrollIntoView();
    if (cards[0].getBoundingClientRect().top > innerHeight / 2) cards[0].scrollIntoView();
  }

  // What is typed or ticked, held against the question before it is followed.
  function enter(section) {
    const id = section.dataset.node;
    const ticked = all("input:checked", section).map((each) => each.value);
    const field = one("input[inputmode]", section);
    try {
      const node = nodeOf(id);
      // As it is often typed, with its unit. A comma stays, and is refused: it may part decimals, or thousands.
      const typed = field && `${field.value.trim()}\n`.replace(`${node.unit}\n`, "").trim();
      const value = typed ?? ticked.join(",");
      const none = field ? "Give a number, or choose below." : "Tick what is true, or say that none is or that it is not known.";
      if (!value) throw new Refused(none);
      answerTo(node, value);
      answer(id, value);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      one(".dt-wrong", section).textContent = error.message;
      (field ?? one("input", section)).focus();
    }
  }

  on(box, "click", ({ target }) => {
    const section = target.closest(".dt-card");
    if (target.closest(".dt-enter")) return enter(section);
    const row = target.closest(".dt-answer")?.closest("li");
    if (row) answer(section.dataset.node, row.dataset.code);
  });
  on(box, "keydown", ({ key, target }) => {
    if (key === "Enter" && target.matches("input")) enter(target.closest(".dt-card"));
  });

  on(page, "click", (event) => {
    // An answer in the diagram answers the question it stands below, if that is asked or has been.
    const chip = event.target.closest(".dt-scroll .k-chip");
    if (chip) {
      const [id, code] = chip.dataset.id.split(":");
      if (chip.classList.contains("is-live")) answer(id, code);
    }
    // A box, or a link to a step, leads there and leaves the answers where they are.
    const link = event.target.closest("a");
    const to = link?.getAttribute("href") ?? link?.getAttribute("xlink:href");
    const goal = now && to?.[0] === "#" && one(to, document);
    if (!goal || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    goal.tabIndex = -1;
    goal.focus({ preventScroll: true });
    goal.scrollIntoView();
  });

  // A browser may bring ticks back when a page is loaded anew: nothing is chosen before the reader chooses it.
  for (const each of all("input", box)) each.checked = false;
  on(window, "hashchange", show);
  show();
}
