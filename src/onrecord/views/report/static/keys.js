"use strict";
// What the pages share: letter keys and their help, the row of radio buttons that filters, where one is.
const all = (selector) => [...document.querySelectorAll(selector)];
const one = (selector) => document.querySelector(selector);
const radios = all("input[name=show]");
const help = one("dialog.help");
const place = one(".place");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const chosen = () => (radios.find((r) => r.checked) || { value: "" }).value;

function filterOn(report) {
  const next = radios[(radios.findIndex((r) => r.checked) + 1) % radios.length];
  if (!next) return;
  next.checked = true;
  report();
}

// keys: key -> what it does. always: those that work when letter keys are off. first(event): true if it took the key itself.
function listenFor(keys, { always = ["?"], first = () => false, nothing }) {
  const listen = one("input.listen");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (!always.includes(event.key) && !listen.checked) return;
    const act = first(event) ? () => {} : keys[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });
  one(".close").addEventListener("click", () => help.close());
  listen.addEventListener("change", () => one(".keys").classList.toggle("off", !listen.checked));
  one(".keys").hidden = nothing;
}
