// Search, colour scheme, and copying of code. Without it everything can still be read and reached.
(() => {
  "use strict";
  const root = document.currentScript.dataset.root;
  const base = root === "." || root === "" ? "" : `${root.replace(/\/?$/, "/")}`;

  /* COLOUR SCHEME */

  document.getElementById("theme").addEventListener("click", () => {
    const { dataset } = document.documentElement;
    const isDark = dataset.theme ? dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    dataset.theme = isDark ? "light" : "dark";
    try {
      localStorage.setItem("theme", dataset.theme);
    } catch {
      // A reader who forbids storage chooses again on the next page.
    }
  });

  /* COPYING */

  for (const block of document.querySelectorAll("pre.code")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.addEventListener("click", () => {
      navigator.clipboard?.writeText(block.querySelector("code").textContent).then(
        () => (button.textContent = "Copied"),
        () => (button.textContent = "Not allowed"),
      );
    });
    block.append(button);
  }

  /* SEARCH */

  const input = document.getElementById("search");
  const list = document.getElementById("results");
  let selected = -1;

  /** The index is a script: a page opened from a disk may not fetch. */
  function loadIndex() {
    if (window.searchIndex || document.getElementById("search-index")) return;
    const script = document.createElement("script");
    script.id = "search-index";
    script.src = `${base}assets/index.js`;
    script.addEventListener("load", search);
    document.head.append(script);
  }

  /** The exact name first, then what begins with it, then what has all the words. */
  function score([title, , kind, text], words) {
    const name = title.toLowerCase();
    const all = `${name} ${kind} ${text}`.toLowerCase();
    if (!words.every((word) => all.includes(word))) return 0;
    const [first] = words;
    const where = name === first ? 8 : name.startsWith(first) ? 4 : name.includes(first) ? 2 : 1;
    return where + (kind.startsWith("action") || kind === "guide" ? 0.5 : 0) - name.length / 1000;
  }

  function search() {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found =
      words.length === 0
        ? []
        : (window.searchIndex ?? [])
            .map((entry) => [score(entry, words), entry])
            .filter(([points]) => points > 0)
            .sort(([a], [b]) => b - a)
            .slice(0, 20);
    list.replaceChildren(...found.map(([, entry], i) => toItem(entry, i)));
    selected = -1;
    show(found.length > 0);
    if (found.length > 0) select(0);
  }

  function toItem([title, url, kind, text], i) {
    const item = document.createElement("li");
    item.id = `result-${i}`;
    item.setAttribute("role", "option");
    const link = document.createElement("a");
    link.href = base + url;
    link.tabIndex = -1;
    const label = document.createElement("span");
    label.className = "kind";
    label.textContent = kind;
    const summary = document.createElement("small");
    summary.textContent = text;
    link.append(label, title, summary);
    item.append(link);
    return item;
  }

  function show(isOpen) {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) input.removeAttribute("aria-activedescendant");
  }

  function select(index) {
    const items = [...list.children];
    if (items.length === 0) return;
    selected = (index + items.length) % items.length;
    items.forEach((item, i) => item.setAttribute("aria-selected", String(i === selected)));
    items[selected].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", items[selected].id);
  }

  input.addEventListener("focus", loadIndex);
  input.addEventListener("input", search);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") select(selected + 1);
    else if (event.key === "ArrowUp") select(selected - 1);
    else if (event.key === "Enter") list.children[selected]?.querySelector("a").click();
    else if (event.key === "Escape") show(false);
    else return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".search")) show(false);
  });
  document.addEventListener("keydown", (event) => {
    const isWriting =
      /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.ctrlKey || event.metaKey || event.altKey;
    if (event.key !== "/" || isWriting) return;
    event.preventDefault();
    input.focus();
  });
})();
