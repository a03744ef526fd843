// Stands before the theme's own script of the search, in its worker, and below SEARCH, the words of the site. It puts each
// query into words that the pages have, and then the pages that the theme finds into order. What stands on which page
// it learns from the index that the theme is sent.
{
  const [SETUP, QUERY, RESULT] = [0, 2, 3];
  // How much a word counts by where it stands; and how much a page that is no tree counts, unless it is asked for by name.
  const WEIGHTS = { title: 9, aim: 6, step: 3, text: 1 };
  const NO_TREE = 0.25;
  const send = postMessage;
  const asked = [];
  // The pages by address; which pages have a word, in how many ways it is written, and how often it stands where readers
  // look; what words lead to, and the usual names of drugs; how rare a word is in a field.
  let separator, pages, having, spelled, spread, ways, usual, rarity;

  // What a word has in common with its other endings, and with its British or American spelling.
  const stem = (word) =>
    /\d/.test(word)
      ? word
      : word
          .replace(/ae|oe/g, "e")
          .replace(/our(?=s|ed|ing|$)/, "or")
          .replace(/tre(?=s?$)/, "ter")
          .replace(/([iy])s(?=(e[drs]?|ing|ations?)$)/, "$1z")
          .replace(/ll(?=(ed|ing|er)$)/, "l")
          .replace(/ies$/, "y")
          .replace(/^(.{4,}?)(ations?|ions?|[ae]nces?|[ae]nts?|ives?|[ai]bilit(?:y|ies)|[ai]ble|ing|ed|es|s|e)$/, "$1");
  const split = (text) => text.replace(/<[^>]*>/g, " ").toLowerCase().split(separator).filter(Boolean);
  const stemmed = (text) => split(text).map(stem).join(" ");
  const pairs = (stems) => stems.slice(1).map((each, i) => `${stems[i]} ${each}`);
  const entry = (map, key, empty) => map.get(key) ?? map.set(key, empty).get(key);
  const isCommon = (key) => [...(spelled.get(key) ?? [key])].some((each) => !lunr.stopWordFilter(each));

  function read(page, field, text) {
    const words = split(text);
    const stems = words.map(stem);
    for (const each of [...stems, ...pairs(stems)]) {
      const counts = entry(page.has, each, {});
      counts[field] = (counts[field] ?? 0) + 1;
      entry(having, each, new Set()).add(page);
    }
    words.forEach((word, i) => entry(spelled, stems[i], new Set()).add(word));
  }

  function learn({ config, docs }) {
    [pages, having, spelled, spread, ways, usual, rarity] = Array.from({ length: 7 }, () => new Map());
    separator = new RegExp(config.separator);
    for (const { location, title, text } of docs) {
      const [address, anchor] = place(location);
      const later = SEARCH.later.some((each) => address.startsWith(each));
      const page = entry(pages, address, { aim: SEARCH.aims[address], later, has: new Map() });
      if (!anchor) page.title = stemmed(title);
      if (!anchor && page.aim) read(page, "aim", page.aim);
      read(page, anchor ? "step" : "title", title);
      read(page, "text", text);
    }
    // What stands only on pages that come later is no reason to leave a word as it is.
    for (const [key, on] of having) {
      const often = [...on].filter((page) => !page.later).length;
      if (often) spread.set(key, often);
    }
    for (const [typed, to] of Object.entries(SEARCH.words)) entry(ways, stemmed(typed), []).push(...to);
    for (const [name, drug] of Object.entries(SEARCH.names)) usual.set(stemmed(name), drug);
    for (const each of [...Object.keys(SEARCH.words), ...Object.keys(SEARCH.names)])
      for (const word of split(each)) {
        entry(spelled, stem(word), new Set()).add(word);
        entry(spread, stem(word), 1);
      }
  }
  const place = (location) => location.replace(/(^|\/)index\.html/, "$1").split("#");

  // How many letters are to be put in, taken out, changed or swapped with the next to make one word of another.
  function edits(one, other) {
    const rows = [[...Array(other.length + 1).keys()]];
    for (let i = 1; i <= one.length; i++) {
      rows[i] = [i];
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1];
        rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + !same);
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
      }
    }
    return rows[one.length][other.length];
  }

  function meant(word) {
    const most = word.length > 7 ? 2 : word.length > 4 ? 1 : 0;
    let best = null;
    for (const [key, words] of most && !/\d/.test(word) ? spelled : [])
      for (const other of words)
        if (other[0] === word[0] && Math.abs(other.length - word.length) <= most && spread.has(key)) {
          const [far, often] = [edits(word, other), spread.get(key)];
          if (far <= most && (!best || far < best.far || (far === best.far && often > best.often)))
            best = { far, often, other };
        }
    return best?.other;
  }

  // A word as typed, as it is looked for, and every word that it may stand for where it is only the beginning of one.
  function word(typed) {
    if (spread.has(stem(typed))) return { typed, as: typed };
    const begun = [...spelled].filter(
      ([key, words]) => typed.length > 2 && spread.has(key) && [...words].some((each) => each.startsWith(typed)),
    );
    if (begun.length) return { typed, as: typed, begun: begun.map(([key]) => key) };
    const as = meant(typed);
    return as ? { typed, as, changed: true } : { typed, as: typed };
  }

  // The word that most pages have of those that begin so, where this is not itself a word.
  function whole(typed) {
    if (!typed || spelled.get(stem(typed))?.has(typed)) return [];
    const found = [...spread.keys()].flatMap((key) => [...(spelled.get(key) ?? [])].map((each) => [each, spread.get(key)]));
    const begun = found.filter(([each]) => each.startsWith(typed));
    return begun.sort(([, one], [, other]) => other - one).slice(0, 1).map(([each]) => each);
  }

  // The parts of a query, each with every run of words that may stand for it.
  function understood(query) {
    const words = split(query)
      .flatMap((each) => (spread.has(stem(each)) ? each : each.match(/\d+(?:\.\d+)?|\D+/g) ?? []))
      .map(word);
    const keys = words.map(({ as }) => stemmed(usual.get(stem(as)) ?? as));
    const parts = [];
    for (let i = 0, size; i < words.length; i += size) {
      for (size = Math.min(5, words.length - i); size > 1 && !ways.has(keys.slice(i, i + size).join(" ")); ) size--;
      const run = words.slice(i, i + size);
      const [here, key] = [keys.slice(i, i + size), run.map(({ as }) => stem(as)).join(" ")];
      const to = ways.get(here.join(" ")) ?? ways.get(key) ?? [];
      const also = here.join(" ") === key ? [] : [usual.get(key)];
      const begun = size === 1 && run[0].begun;
      // A page that comes later may have the word as it was typed.
      const own = size === 1 && run[0].changed && having.has(stem(run[0].typed)) ? [stem(run[0].typed)] : [];
      parts.push({
        typed: run.map(({ typed }) => typed),
        as: run.map(({ as }) => as),
        also: [...also.filter(Boolean), ...to],
        runs: (begun || [...new Set([here.join(" "), key, ...to.map(stemmed), ...own])]).map((each) => each.split(" ")),
      });
    }
    return { parts, changed: words.some(({ changed }) => changed), suggest: whole(words.at(-1)?.typed) };
  }

  // The theme takes every word for the beginning of one, unless it has a weight.
  function rewritten({ parts }) {
    const wanted = parts.flatMap(({ runs, as }) => {
      const found = runs.flat().flatMap((each) => (having.has(each) ? [...spelled.get(each)] : []));
      return found.length ? found.map((each) => `${each}^1`) : as;
    });
    return [...new Set(wanted)].join(" ");
  }

  function rare(key, field) {
    const name = `${field} ${key}`;
    if (!rarity.has(name)) {
      const [all, those] = [Object.keys(SEARCH.aims).length, [...having.get(key)].filter((page) => page.aim)];
      const here = those.filter((page) => page.has.get(key)[field]);
      rarity.set(name, Math.sqrt(Math.log((all + 1) / (here.length + 0.5)) * Math.log((all + 1) / (those.length + 0.5))));
    }
    return rarity.get(name);
  }

  function weight(page, key) {
    const counts = page.has.get(key);
    if (!counts) return 0;
    let sum = 0;
    for (const [field, count] of Object.entries(counts))
      sum += (WEIGHTS[field] * rare(key, field) * 4 * count) / (count + 3);
    return key.split(" ").every(isCommon) ? sum / 4 : sum;
  }
  // Words that belong together count for nothing where one of them is missing.
  function mean(page, run) {
    const telling = run.some((each) => !isCommon(each)) ? run.filter((each) => !isCommon(each)) : run;
    const found = telling.map((each) => weight(page, each));
    return found.every(Boolean) ? found.reduce((sum, each) => sum + each, 0) / found.length : 0;
  }
  const best = (page, { runs }) => Math.max(...runs.map((run) => mean(page, run)));

  function scored(page, { parts }) {
    const found = parts.map((part) => best(page, part));
    const rows = parts.length ? [parts.map(({ runs }) => runs[0]).flat(), ...parts.flatMap(({ runs }) => runs)] : [];
    const near = Math.max(0, ...rows.map((run) => pairs(run).reduce((sum, pair) => sum + weight(page, pair), 0)));
    const missing = found.filter((each, i) => !each && !parts[i].typed.every(isCommon)).length;
    const exact = (parts.length > 1 ? rows.slice(0, 1) : rows).some((run) => run.join(" ") === page.title);
    const sum = found.reduce((a, b) => a + b, 0) + near / 2;
    return { missing, score: (sum * (page.aim || exact ? 1 : NO_TREE) * (exact ? 2 : 1)) / (1 + missing) };
  }

  function told({ parts, changed }) {
    const also = parts.flatMap(({ as, also }) => also.filter((each) => stemmed(each) !== stemmed(as.join(" "))));
    const shown = changed ? `Showing results for: ${parts.flatMap(({ as }) => as).join(" ")}. ` : "";
    return shown + (also.length ? `Also searched for: ${[...new Set(also)].join(", ")}.` : "");
  }

  function ordered(items, query) {
    const all = items.map((docs) => {
      const page = pages.get(place(docs[0].location)[0]);
      return { docs, page, ...scored(page, query) };
    });
    // A page with one word of several that belong together has none of them; but a word that nobody knows may begin one.
    const found = all.filter(({ score }) => score > 0);
    const groups = found.length ? found : all;
    const whole = groups.some(({ page, missing }) => page.aim && !missing);
    const behind = ({ page, missing }) => page.later && (whole || missing > 0);
    groups.sort((a, b) => behind(a) - behind(b) || b.score - a.score);
    const most = Math.max(...groups.map(({ docs }) => Math.max(...docs.map(({ score }) => score))));
    // The theme goes to what scores highest when a reader types Enter.
    groups.forEach(({ docs, page }, at) => {
      const own = Math.max(...docs.map(({ score }) => score)) || 1;
      for (const doc of docs) {
        doc.score = (doc.score / own) * most * (1 - at / groups.length);
        doc.terms = Object.fromEntries(query.parts.map((part) => [part.typed.join(" "), best(page, part) > 0]));
      }
    });
    return groups.map(({ docs }) => docs);
  }

  addEventListener("message", ({ data: message }) => {
    if (message.type === SETUP) learn(message.data);
    if (message.type !== QUERY) return;
    // A query in the notation of the theme says itself how it is to be taken.
    const plain = !/(^|\s)[+-]\S|["*~^]|\b(title|text|tags):/.test(message.data);
    const query = understood(plain ? message.data : "");
    asked.push(query);
    if (query.parts.length) message.data = rewritten(query);
  });
  globalThis.postMessage = (message) => {
    if (message.type === RESULT) {
      const query = asked.shift();
      message.data.told = told(query);
      if (query.parts.length) {
        message.data.items = ordered(message.data.items, query);
        message.data.suggest = query.suggest;
      }
    }
    send(message);
  };
}
