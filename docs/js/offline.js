// Without a network: over HTTP, a worker keeps a copy of the whole site in the browser; from a folder, the theme's
// search runs in a frame, since a browser starts no worker from a file.
{
  const worker = new URL(document.currentScript.dataset.worker, location);

  // As much of a worker as the search needs. A frame without an address has the origin and the policy of its page, and
  // no script has to be written into it.
  class FrameWorker extends EventTarget {
    #inside;

    constructor(address) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      this.#inside = new Promise((ready) => {
        frame.addEventListener("load", () => {
          const { contentWindow: inside, contentDocument: page } = frame;
          inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
          const script = page.createElement("script");
          script.src = new URL(address, location);
          script.addEventListener("load", () => ready(inside));
          page.body.append(script);
        });
      });
      document.body.append(frame);
    }

    async postMessage(data) {
      const inside = await this.#inside;
      inside.dispatchEvent(new inside.MessageEvent("message", { data: inside.structuredClone(data) }));
    }
  }

  if (location.protocol === "file:") {
    globalThis.Worker = FrameWorker;
  } else if ("serviceWorker" in navigator) {
    // Once the page is there, and where it fails, the site is as it was before: it needs the network.
    addEventListener("load", () => {
      navigator.serviceWorker.register(worker, { updateViaCache: "none" }).catch(() => {});
    });
  }
}
