"use strict";

// A case beside the walk: its sentence above what is asked and, when the walk has ended, how it compares with the way on
// which the case is put to the trees. It is loaded where an address names a case. What a reader answers stands behind
// the # of the address, is compared here, and goes nowhere. There is no score.
{
  const { walk, follow, read, written } = guidelineWalk;
  const data = guidelineTrees;
  const { name, end } = guidelinePractice;
  const page = document.querySelector(".dt[data-tree]");
  const box = page.querySelector(".dt-walk");
  const [collection, here] = page.dataset.tree.split("/");
  const cases = globalThis.guidelineCases?.cases;
  const found = cases && Object.hasOwn(cases, name) ? cases[name] : null;
  // In a folder of files, the page of a folder has a name.
  const file = location.pathname.endsWith("/index.html") ? "index.html" : "";
  const inFrame = !page.closest(".md-content");

  // An element by its name and class, `p.dt-said`, with what is in it.
  function el(named, ...children) {
    const [tag, className] = named.split(".");
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...children.filter(Boolean));
    return made;
  }
  const link = (href, ...says) => Object.assign(el("a", ...says), { href });
  // Markup that the build has made of the data, with its links as this page needs them.
  function made(html) {
    const holder = el("div");
    holder.innerHTML = html;
    for (const each of holder.querySelectorAll("a")) out(each);
    return [...holder.childNodes];
  }
  function out(each) {
    const to = each.getAttribute("href");
    if (to.startsWith("../")) each.setAttribute("href", to.replace(/\/(?=[?#]|$)/, `/${file}`));
    if (inFrame) each.target = "_blank";
    return each;
  }
  const fact = ([term, ...what]) => el("div", el("dt", term), el("dd", ...what.filter(Boolean)));
  const facts = (...rows) => el("dl.dt-facts", ...rows.filter(Boolean).map(fact));
  const list = (rows) => el("ul", ...rows.map((row) => el("li", ...[row].flat().filter(Boolean))));
  const title = (tree) => `“${data.trees[tree].title}”`;

  // Another page of the collection, shown as this one is.
  const addressOf = (tree, fragment) => `../${tree}/${file}${location.search}${fragment ? `#${fragment}` : ""}`;

  const section = el("section.dt-practice");
  section.ariaLabel = "A case to practice with";
  const back = out(link(globalThis.guidelineCases?.list ?? `../../../practice/${collection}/`, "All cases to practice with"));
  const status = el("p.dt-verdict");
  status.role = "status";
  const heading = el("h2", "Compared with the case");
  heading.tabIndex = -1;
  const told = el("div");
  const compared = el("div.dt-compared", heading, status, told);

  const named = ({ tree, id }) => `${tree}#${id}`;
  const code = ({ id, ways }) => `${id}=${ways.map((way) => way.code)}`;
  const isSame = (one, other) => one.length === other.length && one.every((each) => other.includes(each));
  const nodeOf = (of) => data.trees[of.split("#")[0]].nodes[of.split("#")[1]];
  const says = ({ node, ways, number }) =>
    ways.map((way) => way.says).join("; ") + (number === undefined ? "" : ` (${number} ${node.unit})`);

  // Where a walk has come to: its outcomes, or the choice that is left. Nothing while it still asks.
  function endsOf({ outcomes, asks }) {
    if (outcomes.length) return outcomes.map(named);
    return asks.node.kind === "choice" ? [named(asks)] : [];
  }

  const VERDICTS = ["same", "into", "beyond", "otherwise", "short", "elsewhere"];

  // How a walk lies to one of the ways of the case, from the first step on which they part.
  function held(now, way) {
    const its = { ...walk(data, way.tree, way.answers), given: way.answers };
    let at = 0;
    while (at < now.steps.length && at < its.steps.length && code(now.steps[at]) === code(its.steps[at])) at += 1;
    const [mine, theirs] = [now.steps[at], its.steps[at]];
    return { way, its, at, mine, theirs, verdict: lies(mine, theirs, isSame(endsOf(now), way.ends)) };
  }
  function lies(mine, theirs, bothEndAlike) {
    if (mine && theirs) return bothEndAlike ? "otherwise" : "elsewhere";
    if (theirs) return "short";
    if (mine) return mine.node.kind === "choice" ? "into" : "beyond";
    return "same";
  }
  const nearest = (now, ways) =>
    ways
      .map((way) => held(now, way))
      .sort((one, other) => VERDICTS.indexOf(one.verdict) - VERDICTS.indexOf(other.verdict) || other.at - one.at)[0];

  function verdictOf({ verdict, mine, way }) {
    const left = nodeOf(way.ends[0]).kind === "choice" ? ": at a choice that is left to patient and clinician" : "";
    const course = "one of the courses that the source leaves to patient and clinician";
    return {
      same: `Your walk ends where the case does${left}.`,
      into: mine && `The case ends at the choice before. You went on into “${says(mine)}”: ${course}.`,
      beyond: mine && `Your walk came to where the case ends, and went on from there: “${says(mine)}”.`,
      otherwise: "Your walk ends where the case does, by another answer on the way.",
      short: "Up to here your walk is the way of the case, and the case goes on from this outcome: see what may follow, below.",
      elsewhere: "Your walk ends elsewhere than the case.",
    }[verdict];
  }

  // The words of an outcome or a choice: those of its box in the diagram, which say how firmly and what has changed
  // since. Every end of a walk is on its page; what stands on another comes with the case.
  const spoken = (of) =>
    globalThis.guidelineEnds?.[of]?.says ??
    page.querySelector(`.dt-scroll .n[data-id="${of.split("#")[1]}"][aria-label]`)?.ariaLabel ??
    `${nodeOf(of).badge} ${nodeOf(of).words}`;
  const BOXES = { treatment: "k-treatment", action: "k-action", advice_against: "k-against", left_open: "k-open" };
  function wordsOf(of) {
    const [, badge, rest] = spoken(of).match(/^(\S+) (.*)$/s);
    const tree = of.split("#")[0];
    const box = el(`span.${BOXES[nodeOf(of).kind] ?? "k-choice"}`, el("span.dt-badge", badge));
    return [box, ` ${rest}`, tree !== here && el("small", ` In ${title(tree)}.`)];
  }
  const endRows = (ends) => list(ends.map(wordsOf));

  function comparison(now, held, ways) {
    const { way, its, mine, theirs, verdict } = held;
    const wayOfCase = (each, walked) =>
      link(addressOf(walked.tree, written(data, each.tree, walked)), "Walk the way of the case");
    if (verdict === "short") return [el("p.dt-way", wayOfCase(way, its))];
    const ends = endsOf(now);
    const others = ways.filter((each) => !isSame(each.ends, way.ends) && !isSame(each.ends, ends));
    const newer = way.ends.filter((of) => globalThis.guidelineEnds?.[of]?.since);
    const of = (each) => el("p", el("span.dt-badge", nodeOf(each).badge));
    const since = newer.flatMap((each) => [newer.length > 1 && of(each), ...made(guidelineEnds[each].since)]);
    const shown = verdict === "same" || verdict === "otherwise" ? [] : way.ends.filter((of) => !ends.includes(of));
    const stated = found.stated.filter(([, trees]) => trees.includes(now.start));
    const rest = found.stated.filter((each) => !stated.includes(each));
    const items = (rows) => el("ul", ...made(rows.map(([html]) => html).join("")));
    const elsewhere = [...new Set(found.ways.map((each) => each.tree))].filter((tree) => tree !== now.start);
    return [
      facts(
        [isSame(ends, way.ends) ? "Both end in" : "Your walk ends in", endRows(ends)],
        !isSame(ends, way.ends) && ["The case ends in", endRows(way.ends)],
        mine && theirs && firstDifference(mine, theirs, now.start),
        ...others.map((each) => {
          const walked = { ...walk(data, each.tree, each.answers), given: each.answers };
          return ["Put otherwise, it ends in", endRows(each.ends), wayOfCase(each, walked)];
        }),
      ),
      verdict !== "same" && el("p.dt-way", wayOfCase(way, its)),
      ...since,
      el("h3", "What the sources say for this patient"),
      stated.length ? items(stated) : el("p", "Nothing is stated that this walk is to show."),
      ...made(found.more),
      shown.length && el("h3", "What the end of the case rests on"),
      ...shown.flatMap((of) => [el("p.dt-end", ...wordsOf(of)), ...made(globalThis.guidelineEnds?.[of]?.basis ?? "")]),
      !shown.length && el("p", "What it rests on, in the words of the source, stands with the outcome below."),
      elsewhere.length && el("h3", "This patient in other trees"),
      elsewhere.length && list(elsewhere.map(startOf)),
      rest.length && el("details.dt-changes", el("summary", "What is stated there"), items(rest)),
    ];
  }
  function firstDifference(mine, theirs, start) {
    const asked = mine.ways[0].kind ? `After “${mine.node.words}”` : `${mine.node.badge} ${mine.node.words}`;
    const where = mine.tree !== start && el("small", `In ${title(mine.tree)}: `);
    return ["First difference", where, asked, list([`You: ${says(mine)}`, `The case: ${says(theirs)}`])];
  }
  const startOf = (tree) => link(addressOf(tree), data.trees[tree].title);

  let last = 0;
  async function show() {
    const turn = (last += 1);
    const hash = read(data, location.hash.slice(1));
    const now = hash && { ...hash, ...follow(data, hash.start, hash.given) };
    // On its way to the page of another tree.
    if (now && now.tree !== here) return;
    const ways = found.ways.filter(({ tree }) => tree === (now?.start ?? here));
    const near = now && ways.length && endsOf(now).length && nearest(now, ways);
    // A choice that the case goes through is a question like any other.
    const ended = !!near && !(near.verdict === "short" && !now.outcomes.length);
    if (ended) await Promise.all(near.way.ends.filter((of) => !globalThis.guidelineEnds?.[of]).map(end));
    if (turn !== last) return;
    const card = box.querySelector(".dt-card");
    status.textContent = "";
    compared.hidden = !ended;
    compared.toggleAttribute("data-short", ended && near.verdict === "short");
    told.replaceChildren(...(ended ? comparison(now, near, ways).filter(Boolean) : []));
    begins.hidden = !!ways.length;
    card.before(section);
    if (ended) status.textContent = verdictOf(near);
    if (!now) return;
    box.scrollIntoView();
    if (card.getBoundingClientRect().bottom > innerHeight || ended) section.scrollIntoView();
    if (ended) heading.focus({ preventScroll: true });
    if (ended && near.verdict !== "short") document.dispatchEvent(new Event("dt:compared"));
  }

  const begins = el("p.dt-stale");
  if (found) {
    const starts = [...new Set(found.ways.map(({ tree }) => tree))];
    begins.append("This case does not begin in this tree, so there is nothing to compare with. It begins in: ");
    starts.forEach((tree, at) => begins.append(at ? ", " : "", startOf(tree)));
    const patient = [el("p.dt-kind", "A patient, invented"), el("p.dt-says-case", found.says), begins];
    section.append(el("div.dt-patient", ...patient, el("p.dt-back", back)), compared);
    addEventListener("hashchange", show);
    show();
  } else {
    const why = globalThis.guidelineCases ? `There is no case called “${name}” here.` : "The case could not be loaded.";
    section.append(el("p.dt-stale", why), el("p.dt-back", back));
    box.before(section);
  }
}
