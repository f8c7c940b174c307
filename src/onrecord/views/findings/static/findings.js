(() => {
  const findings = all(".finding");
  let active = -1;

  const shown = () => findings.filter((f) => !chosen() || f.dataset.is.split(" ").includes(chosen()));

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

  function report() {
    const told = chosen() ? `${shown().length} of ${findings.length} shown` : "";
    one(".shown").textContent = told;
    place.textContent = told;
  }

  const keys = {
    j: () => step(1), n: () => step(1), k: () => step(-1), p: () => step(-1),
    o: others, f: () => filterOn(report), "?": () => help.showModal(),
  };

  document.addEventListener("focusin", (event) => {
    const finding = event.target.closest(".finding");
    active = finding ? findings.indexOf(finding) : active;
    if (finding) place.textContent = `${shown().indexOf(finding) + 1} of ${shown().length}`;
  });
  for (const radio of radios) radio.addEventListener("change", report);
  listenFor(keys, { nothing: findings.length === 0 });
})();
