"use strict";

// Light the way of a walk in the diagram, and mark it in the steps: by words and lines, not by color alone. `all` finds
// elements within another; `isLive` says of a question whether an answer to it can be given or changed; `steps` are those
// on the way that stand on this page, and `ends` what it has come to, both empty before the first answer.
guidelineWalk.mark = (page, all, isLive, steps, ends) => {
  const [region] = all(".dt-scroll", page);
  const middle = (each) => {
    const { left, width } = each.getBoundingClientRect();
    return left + width / 2;
  };
  // Mark all that the selectors find within an element, and write a word behind each where one is given.
  const mark = (name, within, css, textContent) => {
    for (const each of all(css, within)) {
      each.classList.add(name);
      if (textContent) each.append(Object.assign(document.createElement("span"), { className: "dt-yours", textContent }));
    }
  };
  for (const each of all(".dt-yours", page)) each.remove();
  for (const each of all(".is-on, .is-now", page)) each.classList.remove("is-on", "is-now");
  for (const chip of all(".k-chip", region)) {
    const [id, code] = chip.dataset.id.split(":");
    chip.classList.toggle("is-live", code[0] !== "+" && isLive(id));
  }
  for (const { id, node, ways } of steps) {
    const step = `.dt-step[data-node="${id}"]`;
    mark("is-on", page, `${step}, .dt-scroll .n[data-id="${id}"]`);
    for (const code of [...(node.always ? ["+always"] : []), ...ways.map((way) => way.code)]) {
      const chip = `${id}:${code}"]`;
      mark("is-on", region, `.n[data-id="${chip}, .n[data-id^="${id}:${code}>"], .e[data-to="${chip}, .e[data-from="${chip}`);
      mark("is-on", page, `${step} li[data-code="${code}"]`, ways[0].kind ? "This happened" : "Your answer");
    }
  }
  for (const { id } of ends) {
    mark("is-now", page, `.dt-step[data-node="${id}"], .dt-scroll .n[data-id="${id}"]`);
    mark("is-now", page, `.dt-step[data-node="${id}"] .dt-kind`, "You are here");
    region.scrollLeft += middle(all(".is-now", region)[0]) - middle(region);
  }
};
