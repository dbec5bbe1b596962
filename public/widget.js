// Phát Ngôn: who speaks for a unit, on any page. It sets no cookie, follows nobody, and touches nothing of
// the page but the one element that it puts beside its own script.
//
//   <script async src="https://…/widget.js" data-area="30307"></script>
//
// data-area or data-agency · data-lang: vi, en · data-theme: light, dark · data-heading: 1 to 6
(() => {
  const WORDS = {
    vi: {
      heading: "Người phát ngôn",
      loading: "Đang tải người phát ngôn…",
      failed: "Chưa tải được người phát ngôn.",
      offline: "Máy đang không có mạng.",
      unknown: "Không có đơn vị nào mang mã",
      again: "Thử lại",
      nobody: "Chưa có người phát ngôn trong sổ.",
      instead: "Trong khi đó, xin hỏi",
      now: "Đơn vị này nay là",
      others: "Cũng được phát ngôn",
      matter: "Về việc",
      phone: "Điện thoại",
      email: "Thư điện tử",
      confirmation: "Xác nhận ngày",
      publication: "Công bố ngày",
      since: "Từ ngày",
      unconfirmed: "chưa xác nhận quý này",
      bounced: "thư xác nhận không tới được",
      more: "Xem trang đầy đủ",
      head: "Người đứng đầu cơ quan",
      regular: "Người phát ngôn thường xuyên",
      authorised: "Người được ủy quyền phát ngôn",
    },
    en: {
      heading: "Spokesperson of",
      loading: "Loading the spokesperson…",
      failed: "The spokesperson could not be loaded.",
      offline: "This device is offline.",
      unknown: "No unit has the code",
      again: "Try again",
      nobody: "Nobody is on record as spokesperson yet.",
      instead: "Meanwhile, please ask",
      now: "This unit is now",
      others: "May also speak",
      matter: "About",
      phone: "Telephone",
      email: "E-mail",
      confirmation: "Confirmed on",
      publication: "Published on",
      since: "Since",
      unconfirmed: "not confirmed this quarter",
      bounced: "the letter to confirm bounced",
      more: "See the full page",
      head: "Head of agency",
      regular: "Regular spokesperson",
      authorised: "Authorised spokesperson",
    },
  };

  const LIGHT =
    "--paper:#fff;--ink:#1d1a16;--soft:#5b544a;--line:#8a8174;--accent:#9d1c1f;--ring:#1f4e79;color-scheme:light";
  const DARK =
    "--paper:#1e1b18;--ink:#f3eee5;--soft:#bdb3a5;--line:#8d8375;--accent:#f08a86;--ring:#9cc4ec;color-scheme:dark";

  // In a shadow root an important rule wins over every rule of the page, important ones too.
  const styleOf = (theme) => `
    :host{all:initial!important;display:block!important;max-width:36em!important;margin:1em 0!important}
    section{${theme === "dark" ? DARK : LIGHT}}
    ${theme ? "" : `@media(prefers-color-scheme:dark){section{${DARK}}}`}
    section{box-sizing:border-box;padding:1em;border:1px solid var(--line);border-inline-start:4px solid var(--accent);
      border-radius:5px;background:var(--paper);color:var(--ink);overflow-wrap:anywhere;
      font-family:"Be Vietnam Pro",system-ui,"Segoe UI",Arial,sans-serif;line-height:1.5}
    p{margin:0}
    [role=heading]{font-weight:600}
    .name{font-size:1.375em;font-weight:600;line-height:1.3;margin-top:.4em}
    .soft{color:var(--soft);font-size:.9em}
    a,button{color:var(--accent);text-underline-offset:.18em;display:inline-block;padding:.5em 0}
    button{font:inherit;padding:.5em 1em;margin-top:.5em;border:1px solid;border-radius:5px;background:none;cursor:pointer}
    :focus-visible{outline:3px solid var(--ring);outline-offset:2px;border-radius:2px}
    :empty{display:none}
    @media print{a[target]{display:none}}`;

  /** An element of texts and elements: no text of the answer is ever read as HTML. */
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes))
      if (value) element.setAttribute(name, value);
    return fill(element, ...children);
  }

  function fill(element, ...children) {
    element.replaceChildren(...children.flat().filter(Boolean));
    return element;
  }

  const line = (kind, ...children) => make("p", { class: kind }, ...children);

  function show(script) {
    const { area, agency, lang, theme, heading } = script.dataset;
    const { origin } = new URL(script.src);
    const wanted = lang ?? script.closest("[lang]")?.lang ?? "";
    const language = /^en\b/i.test(wanted) ? "en" : "vi";
    const words = WORDS[language];
    const inEnglish = language === "en";
    const fullName = (it) => (inEnglish ? it.fullNameEn : it.fullName);
    const named = ({ name, nameEn }) => (inEnglish ? nameEn : name);
    const question = (area ? "areas/" : "agencies/") + encodeURIComponent(area ?? agency);

    const host = make("phat-ngon-speaker", {});
    const root = host.attachShadow({ mode: "open" });
    wear(root, styleOf(/^(light|dark)$/.test(theme) ? theme : ""));
    const title = make(
      "div",
      { role: "heading", "aria-level": heading ?? "2", id: "title" },
      "Phát Ngôn",
    );
    const body = make("div", {});
    const status = make("p", { role: "status", "aria-live": "polite" });
    const section = make("section", {
      role: "group", // not a landmark: a page may hold several
      lang: language,
      "aria-labelledby": "title",
      tabindex: "-1",
    });
    root.append(fill(section, title, body, status));
    if (!script.closest("head")) script.after(host);
    else addEventListener("DOMContentLoaded", () => document.body.append(host));
    ask();

    async function ask() {
      fill(status, words.loading);
      section.setAttribute("aria-busy", "true");
      try {
        const response = await fetch(`${origin}/api/v1/${question}?lang=${language}`, {
          credentials: "omit",
          referrerPolicy: "no-referrer",
          signal: AbortSignal.timeout?.(20000),
        });
        if (response.status === 404) fill(status, `${words.unknown} ${area ?? agency}.`);
        else if (response.ok) tell(await response.json());
        else fail();
      } catch {
        fail();
      }
      section.removeAttribute("aria-busy");
    }

    function fail() {
      const again = make("button", { type: "button" }, words.again);
      again.addEventListener("click", () => {
        section.focus();
        ask();
      });
      fill(status, navigator.onLine ? words.failed : words.offline, " ", again);
    }

    function tell(answer) {
      const { successors = [], instead } = answer;
      const unit = area ? answer.area : answer.agency.area;
      const { province, code, level, type, name, current = true } = unit;
      const [first, ...others] = answer.speakers;
      const vietnamese = area ? `${type} ${name}` : answer.agency.name;
      const english = area ? unit.fullNameEn : answer.agency.nameEn;
      fill(title, `${words.heading} ${inEnglish ? english : vietnamese}`);
      const path = area ? `${current ? "" : "former-"}areas/${code}` : question;
      const page = {
        href: `${origin}${inEnglish ? "/en/" : "/"}${path}`,
        target: "_blank",
        rel: "noopener",
      };
      const gone = `${words.now} ${successors.map(fullName).join(", ")}.`;
      fill(
        body,
        level !== "province" && line("soft", named(province)),
        first ? contact(first) : line("", current ? words.nobody : gone),
        first && dated(first),
        instead && line("", `${words.instead} ${named(instead.agency)}:`),
        instead && contact(instead.speaker),
        successors.flatMap((it) => it.speaker && contact(it.speaker, fullName(it))),
        others.length > 0 && line("soft", `${words.others}: ${others.map(brief).join("; ")}.`),
        line("", make("a", page, words.more)),
      );
      fill(status);
    }

    function contact({ name, position, capacity, matter, phone, email }, of) {
      const way = (label, href, text) =>
        line("", make("span", { class: "soft" }, `${label}: `), make("a", { href }, text));
      return [
        line("name", name),
        line("", position),
        line("soft", [words[capacity], of].filter(Boolean).join(" · ")),
        matter && line("", `${words.matter}: ${matter}`),
        way(words.phone, `tel:${phone.replace(/[^\d+]/g, "")}`, phone),
        way(words.email, `mailto:${email}`, email),
      ];
    }

    function brief({ name, capacity, matter }) {
      return `${name} (${[words[capacity], matter].filter(Boolean).join(": ")})`;
    }

    function dated({ confirmed, published, from }) {
      const { by = published ? "publication" : "since", on = published ?? from } = confirmed ?? {};
      const remark = words[confirmed?.state];
      return line("soft", `${words[by]} ${dayIn(on)}`, remark && `, ${remark}`);
    }
  }

  /** 2026-07-10 as 10/07/2026; a moment by its day in Viet Nam. */
  function dayIn(when) {
    const day = when.length > 10 ? new Date(Date.parse(when) + 7 * 3600e3).toISOString() : when;
    return day.slice(0, 10).split("-").reverse().join("/");
  }

  function wear(root, css) {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      root.adoptedStyleSheets = [sheet];
    } catch {
      root.append(make("style", {}, css));
    }
  }

  const OURS = "script[src][data-area],script[src][data-agency]";

  function showOnce(script) {
    if (script.dataset.shown || !new URL(script.src).pathname.endsWith("/widget.js")) return;
    script.dataset.shown = "yes";
    show(script);
  }

  function showAll() {
    for (const script of document.querySelectorAll(OURS)) showOnce(script);
  }

  const own = document.currentScript;
  if (own?.matches(OURS)) return showOnce(own);
  // A module is run once, whatever the number of its tags, and does not know them.
  showAll();
  new MutationObserver(showAll).observe(document, { childList: true, subtree: true });
})();
