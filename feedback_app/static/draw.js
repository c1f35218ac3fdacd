// A pad to draw on with a finger, a pen or a mouse. What is drawn goes into the file box of the plain page, and from
// there with the form: nothing is sent before Next, and nothing is kept on the phone.
const WIDE = 800;
const HIGH = 600;
const PAPER = "#ffffff";

function start(box) {
  const say = box.dataset;
  const file = box.querySelector("input[type=file]");
  const pad = document.createElement("canvas");
  const told = document.createElement("p");
  const pen = pad.getContext("2d");
  let photo = null;
  let lines = [];
  let line = null;
  let colour = "#16203a";
  pad.width = WIDE;
  pad.height = HIGH;
  pad.className = "pad";
  pad.setAttribute("role", "img");
  told.className = "where";
  told.setAttribute("aria-live", "polite");

  function paint() {
    pen.fillStyle = PAPER;
    pen.fillRect(0, 0, WIDE, HIGH);
    if (photo) {
      const scale = Math.min(WIDE / photo.width, HIGH / photo.height);
      const [wide, high] = [photo.width * scale, photo.height * scale];
      pen.drawImage(photo, (WIDE - wide) / 2, (HIGH - high) / 2, wide, high);
    }
    for (const one of lines) stroke(one);
  }

  function stroke({ colour: ink, points }) {
    pen.strokeStyle = ink;
    pen.lineWidth = ink === PAPER ? 44 : 9;
    pen.lineCap = pen.lineJoin = "round";
    pen.beginPath();
    pen.moveTo(...points[0]);
    for (const point of points) pen.lineTo(...point);
    pen.stroke();
  }

  function keep() {
    const isEmpty = !photo && !lines.length;
    pad.setAttribute("aria-label", isEmpty ? say.empty : say.drawn);
    told.textContent = isEmpty ? say.empty : say.drawn;
    for (const press of [undo, clear]) press.disabled = isEmpty;
    if (isEmpty) {
      file.value = "";
      return;
    }
    // a photograph is small as JPEG, lines are small as PNG
    const [type, name] = photo ? ["image/jpeg", "drawing.jpg"] : ["image/png", "drawing.png"];
    const bytes = atob(pad.toDataURL(type, 0.85).split(",")[1]);
    const holder = new DataTransfer();
    holder.items.add(new File([Uint8Array.from(bytes, (one) => one.charCodeAt(0))], name, { type }));
    file.files = holder.files;
  }

  function at(event) {
    const edge = pad.getBoundingClientRect();
    return [((event.clientX - edge.left) * WIDE) / edge.width, ((event.clientY - edge.top) * HIGH) / edge.height];
  }

  pad.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || line) return;
    pad.setPointerCapture(event.pointerId);
    line = { colour, points: [at(event)], by: event.pointerId };
    lines.push(line);
    stroke(line);
  });
  pad.addEventListener("pointermove", (event) => {
    if (line?.by !== event.pointerId) return;
    for (const one of event.getCoalescedEvents?.() ?? [event]) line.points.push(at(one));
    stroke(line);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    pad.addEventListener(end, (event) => {
      if (line?.by !== event.pointerId) return;
      line = null;
      keep();
    });
  }

  const press = (words, does) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "btn b2 slim";
    made.textContent = words;
    made.addEventListener("click", () => {
      does();
      paint();
      keep();
    });
    return made;
  };
  const undo = press(say.undo, () => (lines.length ? lines.pop() : (photo = null)));
  const clear = press(say.clear, () => {
    lines = [];
    photo = null;
  });

  const pens = document.createElement("fieldset");
  pens.className = "pens";
  pens.innerHTML = "<legend class=vh></legend>";
  pens.firstElementChild.textContent = say.pens;
  say.colours.split("|").forEach((one, place) => {
    const [words, ink] = one.split("=");
    const choice = document.createElement("label");
    choice.innerHTML = '<input type="radio"><svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="7"/></svg>';
    choice.append(words);
    choice.querySelector("circle").setAttribute("fill", ink);
    const control = choice.querySelector("input");
    control.name = `${file.id}-pen`;
    control.checked = !place;
    control.addEventListener("change", () => (colour = ink));
    pens.append(choice);
  });

  // which pen is in the hand is no answer
  file.form.addEventListener("formdata", (event) => event.formData.delete(`${file.id}-pen`));

  file.addEventListener("change", async () => {
    const chosen = file.files[0];
    if (!chosen) return clear.click();
    try {
      // as it is meant to be seen, turned upright, and made smaller before it goes
      photo = await createImageBitmap(chosen);
    } catch {
      return; // the server says what is wrong with it
    }
    paint();
    keep();
  });

  const tools = document.createElement("div");
  tools.className = "row";
  tools.append(undo, clear);
  box.prepend(pens, pad, tools, told);
  paint();
  keep();
}

for (const box of document.querySelectorAll("[data-draw]")) start(box);
