// A chosen figure goes where the cursor was. Without scripts it goes to {} or to the end.
(function () {
  "use strict";
  var text = document.getElementById("id_text");
  var at = null;
  if (!text) return;
  ["keyup", "click", "select", "blur"].forEach(function (name) {
    text.addEventListener(name, function () { at = [text.selectionStart, text.selectionEnd]; });
  });
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-inserts]");
    if (!button) return;
    event.preventDefault();
    var mark = text.value.indexOf("{}");
    var place = mark >= 0 ? [mark, mark + 2] : at || [text.value.length, text.value.length];
    var apart = place[0] > 0 && !/\s|[({„"–-]/.test(text.value.charAt(place[0] - 1)) ? " " : "";
    text.setRangeText(apart + button.value, place[0], place[1], "end");
    text.focus();
    at = [text.selectionStart, text.selectionEnd];
  });
})();
