// What a page gains when scripts run. Nothing here is needed to record or to read.
(function () {
  "use strict";
  document.documentElement.classList.add("js-enabled");

  function hostOf(figure) {
    return figure.closest(".g-pane, .g-sum, .g-grid > *, .g-list > li, p, section") || figure;
  }

  function place(figure) {
    var box = document.createElement("div");
    box.id = "g-" + figure.dataset.unfolds.replace(/[^a-z0-9]+/gi, "-");
    box.className = "g-unfolded";
    var host = hostOf(figure);
    if (host.matches("li, .g-grid > *")) host.append(box);
    else host.after(box);
    return box;
  }

  function fold(figure) {
    var box = document.getElementById(figure.getAttribute("aria-controls"));
    if (box) box.remove();
    figure.removeAttribute("aria-expanded");
    figure.removeAttribute("aria-controls");
  }

  function unfold(figure) {
    document.querySelectorAll(".fig[aria-expanded=true]").forEach(fold);
    var box = place(figure);
    figure.setAttribute("aria-expanded", "true");
    figure.setAttribute("aria-controls", box.id);
    window.htmx.ajax("GET", figure.dataset.unfolds, { target: box, swap: "innerHTML" });
  }

  // The first press on a number unfolds its definition, the second goes to its records.
  document.addEventListener("click", function (event) {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    var figure = event.target.closest(".fig[data-unfolds]");
    if (figure && window.htmx && figure.getAttribute("aria-expanded") !== "true") {
      event.preventDefault();
      unfold(figure);
    }
    var closes = event.target.closest("[data-folds]");
    var opened = closes && document.querySelector(".fig[aria-expanded=true]");
    if (opened) {
      event.preventDefault();
      fold(opened);
      opened.focus();
    }
  });

  // A definition that cannot be fetched is opened as a page of its own.
  ["htmx:responseError", "htmx:sendError"].forEach(function (name) {
    document.addEventListener(name, function () {
      var figure = document.querySelector(".fig[aria-expanded=true]");
      if (figure) window.location = figure.href;
    });
  });

  // Ctrl (on a Mac Command) and Enter send the form in which one types; from anywhere else the everyday form of the page.
  function formToSend(at) {
    var own = at.closest("form[method=post]");
    var isTypedIn = own && (own.closest("main") || at.matches("input"));
    return isTypedIn ? own : document.querySelector("form[data-everyday]") || own;
  }
  document.addEventListener("keydown", function (event) {
    if (!(event.ctrlKey || event.metaKey) || event.key !== "Enter") return;
    var form = formToSend(event.target);
    if (form) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  // Escape closes what was unfolded over the page, and the focus goes back to what opened it.
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    var figure = document.querySelector(".fig[aria-expanded=true]");
    var menu = document.querySelector(".g-user details[open], .g-beside[open]");
    if (menu) {
      event.preventDefault();
      menu.open = false;
      (menu.matches(".g-beside") ? document.querySelector(".g-help") : menu.querySelector("summary")).focus();
    } else if (figure) {
      event.preventDefault();
      fold(figure);
      figure.focus();
    }
  });

  // A field that belongs to one answer shows only while that answer is chosen.
  function reveal(part) {
    var answer = document.getElementById(part.dataset.shownBy);
    if (answer) part.hidden = !answer.checked;
  }
  function revealAll() {
    document.querySelectorAll("[data-shown-by]").forEach(reveal);
  }

  // A form is sent once, however often the button is pressed.
  document.addEventListener("submit", function (event) {
    if (event.defaultPrevented || event.target.method !== "post") return;
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "yes";
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(function (form) { delete form.dataset.sent; });
    revealAll();
  });

  // Buttons or ticks that stand beside each other are one stop of Tab; the arrows go along them and round.
  var ALONG = "button, input[type=checkbox]";
  function stopOnce(row) {
    row.querySelectorAll(ALONG).forEach(function (one, index) { one.tabIndex = index ? -1 : 0; });
  }
  function stopOnceAll() {
    document.querySelectorAll("[data-arrows]").forEach(stopOnce);
  }
  document.addEventListener("keydown", function (event) {
    var step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    var row = step && event.target.closest("[data-arrows]");
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    var all = Array.from(row.querySelectorAll(ALONG));
    var next = all[(all.indexOf(event.target) + step + all.length) % all.length];
    event.preventDefault();
    event.target.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
  // From the box in which a name is typed the arrow leads down to whoever is offered.
  document.addEventListener("keydown", function (event) {
    var offered = event.key === "ArrowDown" && event.target.id === "id_find" && document.querySelector("#recipients [data-arrows] button");
    if (!offered || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    offered.focus();
  });

  // What was chosen while an answer was on its way stays chosen, where it is still offered.
  var chosenMeanwhile = [];
  document.addEventListener("htmx:beforeSwap", function (event) {
    chosenMeanwhile = Array.from(event.detail.target.querySelectorAll("input[type=radio]:checked, select"), function (field) {
      return [field.type, field.name, field.value];
    });
  });
  document.addEventListener("htmx:afterSwap", function () {
    chosenMeanwhile.forEach(function (choice) {
      var named = '[name="' + CSS.escape(choice[1]) + '"]';
      var value = '[value="' + CSS.escape(choice[2]) + '"]';
      if (choice[0] === "radio") document.querySelectorAll("input" + named + value).forEach(function (radio) { radio.checked = true; });
      else if (document.querySelector("select" + named + " option" + value)) document.querySelector("select" + named).value = choice[2];
    });
    chosenMeanwhile = [];
  });

  document.addEventListener("htmx:afterSettle", function () {
    revealAll();
    stopOnceAll();
    nameFileFields();
    stayBesideAll();
  });
  // What was found stays beside a document that is longer than it; beside a short one both are read down the page.
  function stayBeside(rail) {
    var read = rail.parentElement.firstElementChild;
    rail.classList.toggle("g-rail--stays", read.offsetHeight > rail.scrollHeight);
    rail.classList.toggle("g-rail--ends", rail.scrollTop + rail.clientHeight >= rail.scrollHeight - 48);
  }
  function stayBesideAll() {
    document.querySelectorAll(".g-two--checked > .g-rail").forEach(stayBeside);
  }
  ["load", "resize"].forEach(function (name) { window.addEventListener(name, stayBesideAll); });
  ["toggle", "scroll"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      if (event.target !== document) stayBesideAll();
    }, true);
  });

  // A browser names its own button in its own language; over it stands ours. It is still the browser's field that is pressed or dropped on.
  function nameFileField(field) {
    var words = document.body.dataset, over = document.createElement("span"), around = document.createElement("span");
    var button = document.createElement("span"), chosen = document.createElement("span");
    function say() { chosen.textContent = Array.from(field.files, function (file) { return file.name; }).join(", ") || words.noFile; }
    around.className = "g-file";
    over.className = "g-file__said";
    over.setAttribute("aria-hidden", "true");
    button.className = "g-file__button";
    button.textContent = words.chooseFile;
    over.append(button, chosen);
    field.replaceWith(around);
    around.append(field, over);
    field.addEventListener("change", say);
    window.addEventListener("pageshow", say);
    say();
  }
  function nameFileFields() {
    if (document.body.dataset.chooseFile) document.querySelectorAll("input[type=file]:not(.g-file > input)").forEach(nameFileField);
  }

  document.addEventListener("change", revealAll);
  document.addEventListener("DOMContentLoaded", function () {
    revealAll();
    stopOnceAll();
    nameFileFields();
    if (/Mac|iP(hone|ad)/.test(navigator.platform)) document.querySelectorAll("kbd[data-ctrl]").forEach(function (key) { key.textContent = "\u2318"; });
    var summary = document.querySelector(".govuk-error-summary[data-takes-focus]");
    if (summary) summary.focus();
    var printer = document.querySelector("[data-prints]");
    if (printer) {
      printer.hidden = false;
      printer.addEventListener("click", function () { window.print(); });
    }
  });
})();
