"use strict";
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const findings = all(".finding");
  const radios = all("input[name=show]");
  const help = one("dialog.help");
  const listen = one("input.listen");
  const place = one(".place");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let active = -1;

  const wanted = () => (radios.find((r) => r.checked) || { value: "" }).value;
  const shown = () => findings.filter((f) => !wanted() || f.dataset.is.split(" ").includes(wanted()));

  function goTo(finding) {
    if (!finding) return;
    finding.focus({ preventScroll: true });
    finding.scrollIntoView({ block: "start", behavior: calm.matches ? "auto" : "smooth" });
  }

  function step(by) {
    const list = shown();
    if (!list.length) return;
    const here = list.findIndex((f) => findings.indexOf(f) === active);
    goTo(here < 0 ? list[by > 0 ? 0 : list.length - 1] : list[(here + by + list.length) % list.length]);
  }

  function others() {
    const held = active < 0 ? null : findings[active].querySelector("details");
    if (held) held.open = !held.open;
  }

  function filter() {
    const next = radios[(radios.findIndex((r) => r.checked) + 1) % radios.length];
    if (!next) return;
    next.checked = true;
    report();
  }

  function report() {
    const told = wanted() ? `${shown().length} of ${findings.length} shown` : "";
    one(".shown").textContent = told;
    place.textContent = told;
  }

  const keys = {
    j: () => step(1), n: () => step(1), k: () => step(-1), p: () => step(-1),
    o: others, f: filter, "?": () => help.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.key !== "?" && !listen.checked) return;
    const act = keys[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });
  document.addEventListener("focusin", (event) => {
    const finding = event.target.closest(".finding");
    active = finding ? findings.indexOf(finding) : active;
    if (finding) place.textContent = `${shown().indexOf(finding) + 1} of ${shown().length}`;
  });
  one(".close").addEventListener("click", () => help.close());
  for (const radio of radios) radio.addEventListener("change", report);
  listen.addEventListener("change", () => one(".keys").classList.toggle("off", !listen.checked));
  one(".keys").hidden = findings.length === 0;
})();
