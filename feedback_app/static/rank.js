// A list to put in order by buttons. The selects of the plain page stay, out of sight: they are what is sent.
const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);

function button(words, name, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn b2 slim";
  made.textContent = words;
  made.setAttribute("aria-label", `${words}: ${name}`);
  made.addEventListener("click", press);
  return made;
}

function start(box) {
  const say = box.dataset;
  const rows = [...box.querySelectorAll(".place")].map((row) => {
    const select = row.querySelector("select");
    return { row, select, name: row.querySelector("label").textContent.trim() };
  });
  const places = [...rows[0].select.options].map((one) => one.textContent.trim());
  const most = places.length - 1;
  let order = rows.filter((one) => one.select.value).sort((a, b) => a.select.value - b.select.value);

  const list = document.createElement("ol");
  const rest = document.createElement("ul");
  const told = document.createElement("p");
  list.className = rest.className = "order";
  told.setAttribute("aria-live", "polite");
  told.className = "where";

  function move(one, to) {
    const from = order.indexOf(one);
    if (from >= 0) order.splice(from, 1);
    if (to >= 0) order.splice(to, 0, one);
    const at = order.indexOf(one);
    told.textContent = fill(at < 0 ? say.gone : say.said, { what: one.name, place: places[at + 1], count: Math.min(most, rows.length) });
    draw();
    // the button that was pressed has been made anew; where it can do no more, its neighbour takes the focus
    const buttons = [...one.item.querySelectorAll("button:not([disabled])")];
    (buttons.find((press) => press.dataset.does === (to > from ? "down" : to < 0 ? "in" : from < 0 ? "up" : "up")) || buttons[0])?.focus();
  }

  function item(one) {
    const at = order.indexOf(one);
    const made = document.createElement("li");
    const name = document.createElement("span");
    name.className = at < 0 ? "" : "yours";
    name.textContent = at < 0 ? one.name : `${places[at + 1]}: ${one.name}`;
    made.append(name);
    const add = (does, words, to, can) => {
      const press = button(words, one.name, () => move(one, to));
      press.dataset.does = does;
      press.disabled = !can;
      made.append(press);
    };
    if (at < 0) add("in", say.in, order.length, order.length < most);
    else {
      add("up", say.up, at - 1, at > 0);
      add("down", say.down, at + 1, at < order.length - 1);
      add("out", say.out, -1, true);
    }
    one.item = made;
    one.select.value = at < 0 ? "" : at + 1;
    return made;
  }

  function draw() {
    list.replaceChildren(...order.map(item));
    rest.replaceChildren(...rows.filter((one) => !order.includes(one)).map(item));
  }

  for (const one of rows) one.row.hidden = true;
  draw();
  box.append(list, rest, told);
}

for (const box of document.querySelectorAll("[data-rank]")) start(box);
