"use strict";
(() => {
  const part = (id) => document.getElementById(id);
  const asked = JSON.parse(part("asked").textContent);
  const form = document.forms[0];
  const text = part("text"), said = part("said"), kept = part("kept"), remove = part("remove");
  const fields = [...form.elements].filter((field) => field.name);
  const key = `growth request ${asked.id}`;
  const marks = new RegExp(asked.marks, "gi");
  let keeps = true, taken = false, removed = null;

  const values = () => Object.fromEntries(new FormData(form));

  const fill = (draft) => {
    for (const field of fields) {
      const value = draft[field.name];
      if (typeof value !== "string") continue;
      if (field.type !== "radio") field.value = value;
      else if (field.value === value) field.checked = true;
    }
  };

  // A browser may deny a local file its storage, and then even naming it raises an error.
  const stored = (act) => {
    try {
      return act(window.localStorage);
    } catch {
      keeps = false;
      return null;
    }
  };

  const trimmed = (value) => value.replace(/\r\n?/g, "\n").replace(/^(?:[^\S\n]*\n)+/, "").trimEnd();
  // Words that look like a marker must not become one: the same rule as in the program.
  const escaped = (value) => value.replace(marks, (found) => found.replace("[", "[["));

  const answer = (question, given) => {
    const words = escaped(trimmed(given[question.marker]));
    const step = given[`${question.marker} step`];
    if (!words && !step) return [];
    const first = question.choices.length ? [question.choices[step - 1] ?? asked.none] : [];
    return [[question.line, ...first, words].filter(Boolean).join("\n")];
  };

  const block = () => {
    const given = values();
    const answers = asked.questions.flatMap((question) => answer(question, given));
    const consents = asked.consents.map((one) => `${one.line}\n${one.choices[given[one.marker] - 1]}`);
    return answers.length ? [...answers, ...consents, asked.end].join("\n\n") + "\n" : "";
  };

  // A live region speaks only when its words change, so the same words are said after a pause.
  const say = (words) => {
    said.textContent = "";
    setTimeout(() => (said.textContent = words), 60);
  };

  const show = () => {
    text.value = block();
    remove.hidden = !text.value && !removed;
    kept.textContent = keeps
      ? "This page sends nothing. What you write stays in this browser until you copy or save it."
      : "This page sends nothing, and this browser keeps no draft for it: copy or save the text before you close it.";
    kept.classList.toggle("alert", !keeps);
  };

  const changed = () => {
    const draft = JSON.stringify(values());
    stored((storage) => storage.setItem(key, draft));
    taken = false;
    removed = null;
    remove.textContent = "Remove what I wrote from this browser";
    show();
  };

  const ready = () => {
    if (!text.value) say("There is nothing to take yet: answer a question first.");
    return text.value;
  };

  const copied = async () => {
    try {
      await navigator.clipboard.writeText(text.value);
      return true;
    } catch {
      text.focus();
      text.select();
      const done = document.execCommand("copy");
      if (done) part("copy").focus();
      return done;
    }
  };

  const copy = async () => {
    if (!ready()) return;
    taken = await copied();
    say(
      taken
        ? `Copied. Paste it into a message to ${asked.asker}.`
        : "This browser copies nothing by itself. The text is selected: copy it with Ctrl+C or Cmd+C.",
    );
  };

  const save = () => {
    if (!ready()) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text.value], { type: "text/plain;charset=utf-8" }));
    link.download = `feedback-${asked.id}.txt`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    taken = true;
    say(`Saved as ${link.download}. Send that file to ${asked.asker}.`);
  };

  const takeAway = () => {
    if (removed) {
      fill(removed);
      changed();
      say("It is back.");
      return;
    }
    const draft = values();
    form.reset();
    stored((storage) => storage.removeItem(key));
    removed = draft;
    remove.textContent = "Bring it back";
    show();
    say("Removed from this browser. Until you close the page you can bring it back.");
  };

  form.addEventListener("input", changed);
  // Enter in a choice would send the form to nowhere and load the page anew.
  form.addEventListener("submit", (event) => event.preventDefault());
  part("copy").addEventListener("click", copy);
  part("save").addEventListener("click", save);
  remove.addEventListener("click", takeAway);
  window.addEventListener("beforeunload", (event) => {
    if (!keeps && text.value && !taken) event.preventDefault();
  });

  // Without this script there is no text to take.
  part("result").hidden = false;
  // A browser fills in what was there before a reload; the draft is what counts.
  form.reset();
  const draft = stored((storage) => JSON.parse(storage.getItem(key)));
  if (draft && typeof draft === "object") {
    fill(draft);
    say("Your draft is back.");
  }
  show();
})();
