// The console works without this. With it times stand in the viewer's zone, lists follow what happens, forms are sent
// without leaving the page, and keys lead from page to page.
"use strict";

const ready = (act) => document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", act) : act();
const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

// Times: short in the text, exact on hover.

const EXACT = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "long" });
const CLOCK = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const AGO = new Intl.RelativeTimeFormat("en", { numeric: "always", style: "narrow" });

function short(time) {
  const seconds = Math.round((time - Date.now()) / 1000);
  const size = Math.abs(seconds);
  if (size < 60) return AGO.format(seconds, "second");
  if (size < 3600) return AGO.format(Math.round(seconds / 60), "minute");
  if (size < 36 * 3600) return AGO.format(Math.round(seconds / 3600), "hour");
  return DAY.format(time);
}

function tellTimes(within = document) {
  for (const element of all("time[datetime]", within)) {
    const time = new Date(element.getAttribute("datetime"));
    if (isNaN(time)) continue;
    element.textContent = element.hasAttribute("data-clock") ? CLOCK.format(time) : short(time);
    element.title = EXACT.format(time);
  }
}

// Notices.

function toast(text, refused = false) {
  const note = document.createElement("div");
  note.className = refused ? "toast refused" : "toast told";
  note.textContent = text;
  const close = document.createElement("button");
  close.type = "button";
  close.setAttribute("aria-label", "Close");
  close.textContent = "×";
  close.addEventListener("click", () => note.remove());
  note.append(close);
  one("#toasts").append(note);
  if (!refused) setTimeout(() => note.remove(), 6000);
}

/** What the page says at its top floats above it instead, so nothing moves. */
function floatNotices() {
  const notices = one("#main .notices");
  if (!notices) return;
  for (const notice of all("li, p", notices)) toast(notice.textContent, notice.classList.contains("refused"));
  notices.remove();
}

const LATER = "media-enricher-notice";

function tellLater() {
  const text = sessionStorage.getItem(LATER);
  sessionStorage.removeItem(LATER);
  if (text) toast(text);
}

// Pages that follow what happens: parts with an id and data-live are fetched again and exchanged where they differ.

const CALM = 3000;
const LONGEST_CALM = 30000;
let calm = CALM;
let timer = 0;
/** Counts what is begun and what is over, to know what was asked before or meanwhile. */
let acts = 0;

/** Nothing moves under somebody's hand: a field in use, a choice made, text marked, a dialog open. */
function inUse(part) {
  const focus = document.activeElement;
  if (part.contains(focus) && focus.matches("input:not([type=submit]), select, textarea")) return true;
  if (one("input[name=chosen]:checked, dialog[open]", part)) return true;
  const marked = document.getSelection();
  return marked && !marked.isCollapsed && part.contains(marked.anchorNode);
}

function exchange(page, parts) {
  for (const part of parts) {
    const next = page.getElementById(part.id);
    if (!next || inUse(part)) continue;
    const fresh = document.importNode(next, true);
    tellTimes(fresh);
    if (fresh.outerHTML === part.outerHTML) continue;
    const opened = all("details[open][id]", part).map((detail) => detail.id);
    const focus = part.contains(document.activeElement) ? document.activeElement.id : "";
    part.replaceWith(fresh);
    for (const id of opened) document.getElementById(id)?.setAttribute("open", "");
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  }
}

async function follow() {
  clearTimeout(timer);
  const parts = all("[data-live][id]");
  if (document.hidden || parts.length === 0) return;
  const before = acts;
  try {
    const answer = await fetch(location.href, { headers: { "X-Requested-With": "live" } });
    if (answer.redirected) return location.assign(location.href);
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (acts === before) exchange(page, all("[data-live][id]"));
    calm = CALM;
    one("#away").hidden = true;
  } catch (gone) {
    calm = Math.min(calm * 2, LONGEST_CALM);
    one("#away").hidden = false;
  }
  timer = setTimeout(follow, calm);
}

// Forms: sent from here, the page's content exchanged by the answer. The button is off while its form is on its way.

async function send(form, button) {
  const fields = new URLSearchParams(new FormData(form, button));
  button?.setAttribute("aria-busy", "true");
  if (button) button.disabled = true;
  acts++;
  try {
    const answer = await fetch(form.action, { method: "POST", body: fields });
    if (answer.redirected) {
      if (button?.dataset.done) sessionStorage.setItem(LATER, button.dataset.done);
      return location.assign(answer.url);
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const main = page.getElementById("main");
    if (!main) throw new Error(answer.status);
    if (!answer.ok) return toast(one("#notices", main)?.textContent.trim() ?? main.textContent.trim(), true);
    for (const dialog of all("dialog[open]")) dialog.close();
    one("#main").replaceWith(document.importNode(main, true));
    arrive();
  } catch (gone) {
    toast("That did not get through; nothing is known of what became of it. Look, then try again.", true);
  } finally {
    acts++;
    if (button?.isConnected) {
      button.disabled = false;
      button.removeAttribute("aria-busy");
    }
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  const button = event.submitter;
  if (button?.dataset.right) {
    event.preventDefault();
  } else if (form.method === "post" && form.id !== "out" && one("#main")?.contains(form)) {
    event.preventDefault();
    if (!button?.disabled) send(form, button);
  } else if (form.method === "get") {
    // An address without what was not asked for.
    for (const field of all("input, select", form)) field.disabled ||= field.value === "";
  }
});

document.addEventListener("change", (event) => {
  const field = event.target;
  if (field.matches("form[method=get] select, form[method=get] input[type=date]")) field.form.requestSubmit();
  if (field.matches("[data-chooses-all]")) {
    for (const box of all("input[name=chosen]", field.closest("form"))) box.checked = field.checked;
  }
  countChosen();
});

function countChosen() {
  const number = all("input[name=chosen]:checked").length;
  for (const place of all("[data-chosen-count]")) place.textContent = number;
  for (const bar of all("[data-when-chosen]")) bar.hidden = number === 0;
}

// Buttons: dialogs, what the role does not allow, dark and light.

const THEME = "media-enricher-theme";

function switchTheme() {
  const dark = getComputedStyle(document.documentElement).colorScheme.trim() === "dark"
      || (!document.documentElement.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "light" : "dark";
  document.cookie = `${THEME}=${dark ? "light" : "dark"}; Path=/console; Max-Age=31536000; SameSite=Strict`;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button, input[type=submit]");
  if (!button) return;
  if (button.dataset.right) {
    event.preventDefault();
    toast(`Your role does not allow this (${button.dataset.right}). Ask an operator or an admin.`, true);
  } else if (button.dataset.opens) {
    document.getElementById(button.dataset.opens)?.showModal();
  } else if (button.dataset.closes) {
    document.getElementById(button.dataset.closes)?.close();
  } else if (button.dataset.themeSwitch) {
    switchTheme();
  }
});

// Keys.

let leading = false;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input, select, textarea") || one("dialog[open]")) return;
  const key = event.key;
  if (leading) {
    leading = false;
    const place = all("nav [data-key]").find((link) => link.dataset.key === key);
    if (place) location.assign(place.href);
    return;
  }
  const act = { g: () => { leading = true; setTimeout(() => { leading = false; }, 1500); },
    n: () => location.assign("/console/start.xhtml"),
    r: () => location.reload(),
    d: switchTheme,
    "?": () => one("#help").showModal(),
    "/": () => one("[data-search]")?.focus() }[key];
  if (act) {
    event.preventDefault();
    act();
  }
});

function arrive() {
  tellTimes();
  floatNotices();
  countChosen();
}

document.addEventListener("visibilitychange", () => { if (!document.hidden) follow(); });
setInterval(() => { if (!document.hidden) tellTimes(); }, 20000);
ready(() => {
  document.documentElement.classList.add("scripted");
  arrive();
  tellLater();
  timer = setTimeout(follow, CALM);
});
