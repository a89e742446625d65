const form = document.querySelector(".filters");
if (form) {
  const cards = [...document.querySelectorAll(".card[data-severity]")];
  const marks = [...document.querySelectorAll("mark[data-findings]")];
  const references = [...document.querySelectorAll(".reference")];
  const status = form.querySelector(".shown");
  const wanted = (name) => new Set([...form.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value));
  const apply = () => {
    const severities = wanted("severity");
    const families = wanted("family");
    const shown = new Set();
    for (const card of cards) {
      card.hidden = !(severities.has(card.dataset.severity) && families.has(card.dataset.family));
      if (!card.hidden) shown.add(card.id);
    }
    for (const mark of marks) mark.classList.toggle("off", !mark.dataset.findings.split(" ").some((id) => shown.has(id)));
    for (const reference of references) reference.hidden = !shown.has(reference.hash.slice(1));
    status.textContent = `${shown.size} of ${status.dataset.total} findings shown`;
  };
  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
}

const folded = () => [...document.querySelectorAll("details:not([open])")];
let opened = [];
addEventListener("beforeprint", () => {
  opened = folded();
  for (const each of opened) each.open = true;
});
addEventListener("afterprint", () => {
  for (const each of opened) each.open = false;
});
