// The public site's one script: suggestions under the search box, and buttons that copy. Every page
// is complete without it.

for (const form of document.querySelectorAll("form[data-suggest]")) suggest(form);
for (const button of document.querySelectorAll("button[data-copy]")) copyOnClick(button);

/** The combobox pattern of the ARIA practices: arrows choose, Enter goes there, Escape closes. */
function suggest(form) {
  const input = form.querySelector("input[type=search]");
  const list = form.querySelector("[role=listbox]");
  const status = form.querySelector("[role=status]");
  const template = form.querySelector("template").content.firstElementChild;
  const said = form.dataset;
  let asking = new AbortController();
  let pause;
  let chosen = -1;

  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-haspopup": "listbox",
    "aria-expanded": "false",
    "aria-controls": list.id,
  }))
    input.setAttribute(name, value);

  input.addEventListener("input", () => {
    clearTimeout(pause);
    asking.abort();
    const typed = input.value.trim();
    if (typed.length < 2) return close();
    pause = setTimeout(() => ask(typed), 120);
  });

  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const open = !list.hidden;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && list.childElementCount > 0) {
      event.preventDefault();
      show();
      choose(chosen < 0 && step < 0 ? -1 : chosen + step);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && open && chosen >= 0) {
      event.preventDefault();
      location.assign(list.children[chosen].dataset.href);
    }
  });

  // The list goes when the focus does, but not before a press on it has become a click.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.href);
  });
  input.addEventListener("blur", close);
  form.addEventListener("submit", close);

  async function ask(typed) {
    asking = new AbortController();
    const url = new URL(said.suggest, location.href);
    url.searchParams.set("q", typed.slice(0, 200));
    url.searchParams.set("lang", said.language);
    const on = form.elements.on?.value;
    if (on) url.searchParams.set("on", on);
    try {
      const response = await fetch(url, { signal: asking.signal });
      if (response.ok) offer((await response.json()).results, on);
    } catch {
      // Left for another question, or offline: the form itself still works.
    }
  }

  function offer(results, on) {
    list.replaceChildren(...results.map((result, i) => optionFor(result, i, on)));
    chosen = -1;
    input.removeAttribute("aria-activedescendant");
    status.textContent = results.length ? said.count.replace("#", results.length) : said.none;
    if (results.length && document.activeElement === input) show();
    else close();
  }

  function optionFor({ area, agency, matched, speakers, successors }, i, on) {
    const option = template.cloneNode(true);
    const english = said.language === "en";
    const nameOf = (named) => (english ? named.fullNameEn : named.fullName);
    const province = english ? area.province.nameEn : area.province.name;
    const agencyName = agency && (english ? agency.nameEn : agency.name);
    const person = speakers.find(
      ({ name, phone }) =>
        (matched.via === "person" && name === matched.text) ||
        (matched.via === "phone" && phone === matched.text),
    );
    const text = (part, words) => {
      option.querySelector(`[data-${part}]`).textContent = words;
    };
    option.id = `${list.id}-${i}`;
    const base = area.current ? said.area : said.formerArea;
    const page = agency?.kind ? said.agency + encodeURIComponent(agency.id) : base + area.code;
    option.dataset.href = page + (on ? `?on=${encodeURIComponent(on)}` : "");
    const district = english ? area.districtEn : area.district;
    const place = area.level === "province" && !agency?.kind ? [] : [district, province];
    const isOther =
      matched.via === "alias" || (matched.via === "agency" && matched.text !== agency.name);
    const other = isOther ? `“${matched.text}”` : "";
    const now = successors.length ? `${said.nowIs} ${successors.map(nameOf).join(", ")}` : "";
    const below = person
      ? [person.position, agencyName, matched.via === "phone" && person.phone]
      : [other, now];
    text("name", person ? person.name : agency?.kind ? agencyName : nameOf(area));
    text("place", place.filter(Boolean).join(", "));
    text("now", below.filter(Boolean).join(" · "));
    return option;
  }

  function choose(wanted) {
    const options = [...list.children];
    chosen = (wanted + options.length) % options.length;
    options.forEach((option, i) => {
      option.setAttribute("aria-selected", String(i === chosen));
    });
    input.setAttribute("aria-activedescendant", options[chosen].id);
    options[chosen].scrollIntoView({ block: "nearest" });
  }

  function show() {
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  }

  function close() {
    list.hidden = true;
    chosen = -1;
    for (const option of list.children) option.setAttribute("aria-selected", "false");
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }
}

/** Shown where there is a clipboard to put things on; says for a moment that it was done. */
function copyOnClick(button) {
  if (!navigator.clipboard) return;
  button.hidden = false;
  const label = button.querySelector("span");
  const words = label.textContent;
  const say = (text) => {
    label.textContent = text;
  };
  button.addEventListener("click", () => {
    const copied = () => {
      say(button.dataset.copied);
      setTimeout(say, 2000, words);
    };
    navigator.clipboard.writeText(button.dataset.copy).then(copied, () => {});
  });
}
