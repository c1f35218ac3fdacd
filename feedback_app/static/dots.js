// Plus and minus beside each choice. The selects of the plain page stay, out of sight: they are what is sent.
const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);

function start(box) {
  const say = box.dataset;
  const rows = [...box.querySelectorAll(".place")];
  const selects = rows.map((row) => row.querySelector("select"));
  const most = Number(say.dots);
  const told = document.createElement("p");
  told.className = "where";
  told.setAttribute("aria-live", "polite");
  const draws = [];

  const left = () => most - selects.reduce((sum, one) => sum + Number(one.value), 0);
  // one word for each number of dots that can be left: no language is put together from pieces here
  const show = () => {
    told.textContent = say[`left${left()}`];
    for (const draw of draws) draw();
  };

  rows.forEach((row, at) => {
    const select = selects[at];
    const name = row.querySelector("label").textContent.trim();
    const count = document.createElement("span");
    count.className = "dots";
    const press = (words, sign, by) => {
      const made = document.createElement("button");
      made.type = "button";
      made.className = "btn b2 slim";
      made.textContent = sign;
      made.setAttribute("aria-label", fill(words, { what: name }));
      made.addEventListener("click", () => {
        if (made.getAttribute("aria-disabled") === "true") return;
        select.value = Number(select.value) + by;
        show();
      });
      return made;
    };
    const less = press(say.less, "−", -1);
    const more = press(say.more, "+", 1);
    draws.push(() => {
      const given = Number(select.value);
      count.textContent = "●".repeat(given) + "○".repeat(most - given);
      count.setAttribute("aria-label", select.options[given].textContent.trim());
      // not `disabled`: the focus would be lost from a button that has just been pressed
      less.setAttribute("aria-disabled", String(given === 0));
      more.setAttribute("aria-disabled", String(left() === 0));
    });
    count.setAttribute("role", "img");
    select.hidden = true;
    row.append(less, count, more);
  });
  box.append(told);
  if (left() < 0) for (const select of selects) select.value = 0;
  show();
}

for (const box of document.querySelectorAll("[data-dots]")) start(box);
