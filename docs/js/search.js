// The search, as the theme has it, with two things more.

// Its index is larger than a page, and the theme asks for it with every page: it is sent for when the search is reached for.
if (location.protocol !== "file:") {
  const reached = new Promise((reach) => {
    for (const each of ["focusin", "change", "pointerover"]) {
      document.addEventListener(each, ({ target }) => {
        if (target.closest("[data-md-component=search], [for=__search], #__search")) reach();
      });
    }
  });

  globalThis.XMLHttpRequest = class extends globalThis.XMLHttpRequest {
    #waits;

    open(method, address, ...more) {
      this.#waits = /\/search_index\.json$/.test(address);
      super.open(method, address, ...more);
    }

    async send(body) {
      if (this.#waits) await reached;
      super.send(body);
    }
  };
}

// And it says what was searched for, where that is not what was typed: its worker hands it over with what it found.
{
  const note = Object.assign(document.createElement("p"), { className: "dt-told", role: "status" });
  document.querySelector(".md-search-result__meta").after(note);

  globalThis.Worker = class extends globalThis.Worker {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data: { data } }) => {
        if (data?.told !== undefined) note.textContent = data.told;
      });
    }
  };
}
