// Passkeys are asked of the browser; the buttons for them appear only where there are scripts and a browser that knows how.
(function () {
  "use strict";

  function fail(form, exception) {
    var said = form.querySelector("[data-failed]");
    if (said) said.hidden = exception && exception.name === "AbortError";
  }

  function optionsOf(form) {
    if (form.dataset.options) return Promise.resolve(JSON.parse(form.dataset.options));
    return fetch(form.action, { headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" } }).then(function (answer) {
      if (!answer.ok) throw new Error("no options");
      return answer.json();
    });
  }

  function created(form, options) {
    var alone = form.querySelector("[name=passwordless]");
    var wanted = options.creation_options, choice = wanted.publicKey.authenticatorSelection || (wanted.publicKey.authenticatorSelection = {});
    choice.residentKey = alone && alone.checked ? "required" : "discouraged";
    choice.requireResidentKey = Boolean(alone && alone.checked);
    if (alone && alone.checked) choice.userVerification = "required";
    return window.webauthnJSON.create(wanted);
  }

  function ask(form) {
    optionsOf(form).then(function (options) {
      return options.creation_options ? created(form, options) : window.webauthnJSON.get(options.request_options);
    }).then(function (credential) {
      form.elements.credential.value = JSON.stringify(credential);
      HTMLFormElement.prototype.submit.call(form);
    }).catch(function (exception) { fail(form, exception); });
  }

  document.addEventListener("DOMContentLoaded", function () {
    if (!window.PublicKeyCredential || !window.webauthnJSON) return;
    document.querySelectorAll("form[data-passkey]").forEach(function (form) {
      form.hidden = false;
      form.addEventListener("submit", function (event) {
        event.preventDefault();
        delete form.dataset.sent;
        ask(form);
      });
    });
    document.querySelectorAll("[data-without-passkeys]").forEach(function (said) { said.hidden = true; });
  });
})();
