(function () {
  "use strict";
  var finds = Array.prototype.slice.call(document.querySelectorAll(".find"));
  var now = -1;
  function marks(n) {
    return document.querySelectorAll('mark[data-n~="' + n + '"]');
  }
  function go(to) {
    document.querySelectorAll(".now").forEach(function (el) { el.classList.remove("now"); });
    now = to;
    var find = finds[now], n = find.id.slice(1);
    find.classList.add("now");
    marks(n).forEach(function (el) { el.classList.add("now"); });
    find.focus({ preventScroll: true });
    (document.getElementById("m" + n) || find).scrollIntoView({ block: "center" });
  }
  function step(by) {
    var to = now + by;
    while (to >= 0 && to < finds.length && !finds[to].offsetParent) to += by;
    if (to >= 0 && to < finds.length) go(to);
  }
  document.addEventListener("keydown", function (e) {
    if (e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName) &&
        e.target.type !== "checkbox") return;
    if (e.key === "j") step(1);
    else if (e.key === "k") step(-1);
    else return;
    e.preventDefault();
  });
  document.addEventListener("click", function (e) {
    var link = e.target.closest("a.ref, a.sign");
    var find = link ? document.getElementById("n" + link.hash.slice(2)) : e.target.closest(".find");
    if (find) now = finds.indexOf(find);
    if (link) { e.preventDefault(); go(now); }
  });
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (el) { el.open = true; });
  });
  var law = document.querySelector(".law"), wide = window.matchMedia("(min-width:54.01rem)");
  function place() {
    var beside = wide.matches && !law.classList.contains("quiet"), free = 0;
    law.classList.toggle("placed", beside);
    law.style.minHeight = "";
    law.querySelectorAll(":scope>aside").forEach(function (aside) {
      aside.style.top = "";
      if (!beside || !aside.offsetHeight) return;
      var clause = aside.previousElementSibling;
      var top = Math.max(free, clause ? clause.offsetTop : 0);
      aside.style.top = top + "px";
      free = top + aside.offsetHeight + 14;
    });
    if (beside) law.style.minHeight = free + 24 + "px";
  }
  place();
  window.addEventListener("resize", place);
  document.addEventListener("change", place);
  document.addEventListener("toggle", place, true);
  if (document.fonts && document.fonts.ready) document.fonts.ready.then(place);
  var links = {};
  document.querySelectorAll(".tree a").forEach(function (a) {
    links[decodeURIComponent(a.hash.slice(1))] = a;
  });
  if (!("IntersectionObserver" in window)) return;
  var seen = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      if (!entry.isIntersecting) return;
      var current = document.querySelector(".tree a[aria-current]");
      if (current) current.removeAttribute("aria-current");
      links[entry.target.id].setAttribute("aria-current", "true");
    });
  }, { rootMargin: "-10% 0px -75% 0px" });
  Object.keys(links).forEach(function (id) {
    var el = document.getElementById(id);
    if (el && id !== "top") seen.observe(el);
  });
})();
