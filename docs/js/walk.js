"use strict";

// Follow the trees of a collection with what is known about one patient, by the rules of `python -m trees walk`:
// tests/site/test_shipped_walk.py holds the two together on every path and on random answers. Nothing here knows the page.
{
  const NUMBER = /^[ \t]*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?[ \t]*$/i;
  const OUTCOMES = ["treatment", "action", "advice_against", "left_open"];
  const isOutcome = (node) => OUTCOMES.includes(node.kind);
  const ways = (node) => node.ways ?? [];
  const wayOf = (node, code) => ways(node).find((way) => way.code === code);

  class Refused extends Error {}

  const nodesOf = (data) =>
    new Map(Object.values(data.trees).flatMap((tree) => Object.entries(tree.nodes)));

  const holds = (band, number) =>
    !(number < band.at_least || number <= band.above || number > band.at_most || number >= band.below);

  function numberOf(node, value) {
    if (wayOf(node, value)) return { codes: [value] };
    const number = NUMBER.test(value) ? Number(value) : NaN;
    if (!(number >= node.lowest && number <= node.highest)) {
      throw new Refused(`“${value}” makes no sense here. Give a number (2.5, not 2,5) from ${node.lowest} to ${node.highest} ${node.unit}.`);
    }
    return { codes: [ways(node).find((way) => way.code !== "unknown" && holds(way, number)).code], number };
  }

  // The answer that a value gives to a question. Throws for one that is not offered.
  function answerTo(node, value) {
    if (node.kind === "measure") return numberOf(node, value);
    const trimmed = (code) => code.replace(/^[ \t]+|[ \t]+$/g, "");
    const given = node.kind === "checklist" ? [...new Set(value.split(",").map(trimmed))] : [value];
    const wrong = given.find((code) => !wayOf(node, code));
    if (wrong !== undefined) throw new Refused(`“${node.words}” has no answer “${wrong}”.`);
    if (given.length > 1 && /\b(none|unknown)\b/.test(given)) {
      throw new Refused(`“${node.words}” is answered in two ways.`);
    }
    return { codes: ways(node).map((way) => way.code).filter((code) => given.includes(code)) };
  }

  // Part answers at the events, after which what is current is asked anew.
  function stretches(nodes, given) {
    const parts = [{ known: new Map(), event: null }];
    let held = new Map();
    for (const [key, value] of given) {
      const node = nodes.get(key);
      if (!node) throw new Refused(`There is no question “${key}”.`);
      const part = parts[parts.length - 1];
      if (isOutcome(node)) {
        const way = wayOf(node, value);
        if (!way) throw new Refused(`“${node.words}” is not followed by “${value}”.`);
        part.event = { outcome: key, way };
        parts.push({ known: new Map(), event: null });
        if (way.kind === "event") held = new Map([...held].filter(([name]) => nodes.get(name).fixed));
        continue;
      }
      const answer = answerTo(node, value);
      const before = held.get(key) ?? answer;
      if (JSON.stringify(before) !== JSON.stringify(answer)) {
        throw new Refused(`“${node.words}” is answered in two ways.`);
      }
      held.set(key, answer);
      part.known.set(key, answer);
    }
    return parts;
  }

  // What is left when the answer of a step is taken back: what happened after it, and what followed, is taken back too.
  function without(data, given, { id, stretch }) {
    const nodes = nodesOf(data);
    let [part, at, end] = [0, -1, given.length];
    for (const [index, [key]] of given.entries()) {
      if (key === id && part <= stretch) at = index;
      if (!isOutcome(nodes.get(key))) continue;
      if (part === stretch) end = Math.min(end, index);
      part += 1;
    }
    return given.filter((_, index) => index !== at && index < end);
  }

  // Where the answers lead: `steps` on the way, each with the number of its `stretch` between events, then `outcomes` or
  // the question that it `asks`, in a `tree`; `unused` are answers that no question on the way asked for. `given` are
  // pairs of a question and an answer, or of an outcome and what happens after it. Throws for bad input: no outcome is
  // ever given with it.
  function walk(data, start, given) {
    if (!Object.hasOwn(data.trees, start)) throw new Refused(`There is no tree “${start}”.`);
    const nodes = nodesOf(data);
    const parts = stretches(nodes, given);
    const steps = [];
    let stretch = 0;
    const cleared = new Map();
    let known = new Map();
    let used = new Set();
    let [tree, id, outcomes, asks] = [start, data.trees[start].start, [], null];
    const at = (other) => ({ tree, id: other, node: data.trees[tree].nodes[other] });
    const unused = () => new Map([...known].filter(([key]) => !used.has(key)));

    function to(way) {
      tree = way.tree ?? tree;
      id = way.to ?? data.trees[tree].start;
    }

    function go() {
      [outcomes, asks] = [[], null];
      const passed = new Set();
      for (;;) {
        const here = at(id);
        if (isOutcome(here.node)) return void (outcomes = [here]);
        const answer = known.get(id);
        if (!answer) return void (asks = here);
        if (passed.has(`${tree}/${id}`)) throw new Refused("The way leads round in a circle.");
        passed.add(`${tree}/${id}`);
        used.add(id);
        const taken = ways(here.node).filter((way) => answer.codes.includes(way.code));
        steps.push({ ...here, ways: taken, number: answer.number, stretch });
        if (here.node.kind === "checklist") {
          const shown = [here.node.always, ...taken.map((way) => way.to)].filter(Boolean);
          return void (outcomes = [...new Set(shown)].map(at));
        }
        to(taken[0]);
      }
    }

    for (const { known: more, event } of parts) {
      for (const [key, answer] of more) {
        known.set(key, answer);
        used.delete(key);
      }
      go();
      if (!event) continue;
      const here = outcomes.find((outcome) => outcome.id === event.outcome);
      if (!here) throw new Refused(`“${nodes.get(event.outcome).words}” is not where the answers before it lead.`);
      steps.push({ ...here, ways: [event.way], stretch });
      stretch += 1;
      if (event.way.kind === "event") {
        const lasts = ([key]) => nodes.get(key).fixed;
        for (const each of unused()) if (!lasts(each)) cleared.set(...each);
        known = new Map([...known].filter(lasts));
        used = new Set([...used].filter((key) => nodes.get(key).fixed));
      }
      to(event.way);
    }
    return { tree, steps, outcomes, asks, unused: new Map([...cleared, ...unused()]) };
  }

  // As far as the answers make sense: the longest part of them, from the first, that can be followed.
  function follow(data, start, given) {
    for (let count = given.length; ; count -= 1) {
      try {
        return { ...walk(data, start, given.slice(0, count)), given: given.slice(0, count), whole: count === given.length };
      } catch (error) {
        if (!(error instanceof Refused) || !count) throw error;
      }
    }
  }

  // A walk as it stands in an address: `first_line@3fa90c12?kit_exon_9=yes`, with every tree that it has come through.
  function written(data, start, walked) {
    const trees = [...new Set([start, ...walked.steps.map((step) => step.tree), walked.tree])];
    const answers = walked.given.map((pair) => pair.map(encodeURIComponent).join("=").replaceAll("%2C", ","));
    return `${trees.map((tree) => `${tree}@${data.trees[tree].hash}`)}${answers.length ? "?" : ""}${answers.join("&")}`;
  }

  // The walk that an address tells, or null where it tells none; `stale` are its trees that are another version now.
  function read(data, fragment) {
    // A program that passes a link on may have written these signs as references.
    const [head, ...rest] = fragment.replace(/%(3F|40|2C|3D|26)/gi, decodeURIComponent).split("?");
    const trees = head.split(",").map((each) => each.split("@"));
    const [start, hash] = trees[0];
    if (hash === undefined || !Object.hasOwn(data.trees, start)) return null;
    const stale = trees.filter(([tree, known]) => !Object.hasOwn(data.trees, tree) || data.trees[tree].hash !== known);
    return { start, given: [...new URLSearchParams(rest.join("?"))], stale: stale.map(([tree]) => tree) };
  }

  globalThis.guidelineWalk = { walk, follow, without, answerTo, read, written, isOutcome, Refused };
}
