(() => {
  const root = document.documentElement;
  const notes = all(".row a.n:not(.again, .letter)");
  const kind = one("#of-kind");
  const source = one("#of-source");
  let active = null;

  // Every element of a statement: its underlines, its numbers, its card.
  const parts = new Map();
  for (const part of all(".row [data-of]")) {
    const key = part.dataset.of;
    if (!parts.has(key)) parts.set(key, []);
    parts.get(key).push(part);
  }

  // What the filters ask: the type, the kind of source, the source. Type and kind work without this script.
  const wanted = () => [
    chosen(),
    kind && kind.value ? `kind-${kind.value}` : "",
    source ? source.value : "",
  ].filter(Boolean);
  const passes = (part) => wanted().every((w) => (part.dataset.is || "").split(" ").includes(w));
  const shown = () => notes.filter(passes);

  function activate(key) {
    if (active === key) return;
    for (const part of parts.get(active) || []) part.classList.remove("on");
    active = parts.has(key) ? key : null;
    root.classList.toggle("spot", active !== null);
    for (const part of parts.get(active) || []) part.classList.add("on");
    const at = notes.findIndex((n) => n.dataset.of === active);
    place.textContent = at < 0 ? "" : `${at + 1} of ${notes.length}`;
  }

  function goTo(element) {
    if (!element) return;
    element.focus({ preventScroll: true });
    const box = element.getBoundingClientRect();
    if (box.top < 80 || box.bottom > innerHeight - 120) {
      element.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
    }
  }

  function step(by) {
    const list = shown();
    if (!list.length) return;
    const order = notes.findIndex((n) => n.dataset.of === active);
    let next;
    if (order < 0) {
      next = list.find((n) => n.getBoundingClientRect().top > 0) || list[0];
    } else if (by > 0) {
      next = list.find((n) => notes.indexOf(n) > order) || list[0];
    } else {
      next = [...list].reverse().find((n) => notes.indexOf(n) < order) || list[list.length - 1];
    }
    goTo(next);
  }

  function cardAndBack() {
    if (active === null) return step(1);
    const onCard = document.activeElement.closest(".card");
    goTo(document.getElementById(onCard ? active : `${active}-card`));
  }

  function report() {
    const told = wanted().length ? `${shown().length} of ${notes.length} shown` : "";
    one(".shown").textContent = place.textContent = told;
    for (const part of all(".row .text :is(.source, .cue, .content, .mark), .row :is(.card, a.n)")) {
      part.classList.toggle("off", source !== null && source.value !== "" && !passes(part));
    }
    for (const mention of all(".mention")) mention.classList.toggle("on", source !== null && mention.dataset.is === source.value);
  }

  const keys = {
    j: () => step(1), n: () => step(1), k: () => step(-1), p: () => step(-1),
    o: cardAndBack, f: () => filterOn(report), "?": () => help.showModal(), Escape: () => activate(null),
  };

  function toCard(event) {
    const onCard = event.key === "Enter" && event.target.matches(".card");
    if (onCard) cardAndBack();
    return onCard;
  }

  document.addEventListener("focusin", (event) => {
    const part = event.target.closest("a.n, .card");
    if (part) activate(part.dataset.of);
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.n, a.back");
    const part = event.target.closest("[data-of]");
    if (link && link.closest(".row")) {
      event.preventDefault();
      const to = document.getElementById(link.hash.slice(1));
      history.replaceState(null, "", link.hash);
      goTo(to);
    } else if (part && parts.has(part.dataset.of)) {
      activate(part.dataset.of);
    } else if (!event.target.closest("dialog, fieldset, a, summary")) {
      activate(null);
    }
  });
  for (const control of [...radios, kind, source]) if (control) control.addEventListener("change", report);
  if (source) source.parentElement.hidden = false;
  listenFor(keys, { always: ["Escape", "?"], first: toCard, nothing: notes.length === 0 });
})();
