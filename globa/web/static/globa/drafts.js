// What is being written is kept on the server, so that nothing is lost when a session ends. Without scripts it is kept when sent too late.
(function () {
  "use strict";
  var EVERY = 15000;
  var WRITTEN_IN = "textarea, select, input:not([type=hidden]):not([type=submit]):not([type=file]):not([type=password])";
  var teller, forms = [];

  function written(form) {
    var data = new URLSearchParams();
    new FormData(form).forEach(function (value, name) {
      var field = form.elements[name];
      if (name === "csrfmiddlewaretoken" || typeof value !== "string" || (field && field.type === "password")) return;
      data.append(name, value);
    });
    return data;
  }

  function tell(status) {
    teller.querySelectorAll("[data-says]").forEach(function (one) { one.hidden = one.dataset.says !== String(status); });
    teller.hidden = !teller.querySelector("[data-says]:not([hidden])");
  }

  function keep(one) {
    var data = written(one.form), now = data.toString();
    if (one.sent || now === one.last) return;
    var token = one.form.elements.csrfmiddlewaretoken;
    data.append("draft-action", new URL(one.form.action || location.href, location.href).pathname);
    data.append("draft-page", location.pathname + location.search);
    one.stop = new AbortController();
    fetch(teller.dataset.keeps, {
      method: "POST", body: data, headers: { "X-CSRFToken": token ? token.value : "" }, credentials: "same-origin",
      redirect: "error", keepalive: now.length < 50000, signal: one.stop.signal
    }).then(function (answer) {
      if (answer.status === 204) one.last = now;
      tell(answer.status);
    }).catch(function () {});
  }

  function keepAll() {
    forms.forEach(keep);
  }

  document.addEventListener("DOMContentLoaded", function () {
    teller = document.getElementById("drafts");
    if (!teller) return;
    document.querySelectorAll("main form[method=post]").forEach(function (form) {
      if (!form.querySelector(WRITTEN_IN) || form.hasAttribute("data-not-kept")) return;
      var one = { form: form, last: written(form).toString(), sent: false };
      forms.push(one);
      // What is sent is no draft any more.
      form.addEventListener("submit", function () {
        one.sent = true;
        if (one.stop) one.stop.abort();
      });
    });
    var way = teller.querySelector("[data-signs-in]");
    if (way) way.search = "?next=" + encodeURIComponent(location.pathname + location.search);
    if (forms.length) setInterval(keepAll, EVERY);
  });
  window.addEventListener("pageshow", function () { forms.forEach(function (one) { one.sent = false; }); });
  document.addEventListener("visibilitychange", function () { if (document.visibilityState === "hidden") keepAll(); });
})();
