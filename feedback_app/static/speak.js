// Record, listen, delete. What was recorded goes into the file box of the plain page, and from there with the form:
// nothing is sent before Next, and nobody else hears it or turns it into words.
const SECONDS = 120;
const BITS = 32000;

function start(box) {
  const say = box.dataset;
  const file = box.querySelector("input[type=file]");
  const told = document.createElement("p");
  told.className = "where";
  told.setAttribute("aria-live", "polite");
  box.prepend(told);
  if (!window.isSecureContext) return (told.textContent = say.unsafe);
  if (!window.MediaRecorder || !navigator.mediaDevices?.getUserMedia) return (told.textContent = say.cannot);

  let recorder = null;
  let clock = 0;
  const press = (words, does) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "btn b2";
    made.textContent = words;
    made.addEventListener("click", does);
    return made;
  };
  const sound = document.createElement("audio");
  sound.controls = true;
  sound.setAttribute("aria-label", say.listen);

  function show() {
    const has = file.files.length > 0;
    begin.hidden = Boolean(recorder) || has;
    stop.hidden = !recorder;
    sound.hidden = gone.hidden = Boolean(recorder) || !has;
  }

  async function record() {
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      told.textContent = say.refused;
      return;
    }
    const pieces = [];
    recorder = new MediaRecorder(stream, { audioBitsPerSecond: BITS });
    recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
    recorder.addEventListener("stop", () => {
      clearInterval(clock);
      for (const track of stream.getTracks()) track.stop();
      const type = recorder.mimeType.split(";")[0];
      recorder = null;
      keep(new File(pieces, `recording.${type.split("/")[1]}`, { type }));
      begin.hidden ? gone.focus() : begin.focus();
    });
    recorder.start();
    const began = Date.now();
    let said = SECONDS;
    told.textContent = say.left120;
    clock = setInterval(() => {
      const left = Math.ceil(SECONDS - (Date.now() - began) / 1000);
      const mark = [90, 60, 30, 10].find((one) => left <= one && one < said && left > one - 10);
      if (mark) told.textContent = say[`left${(said = mark)}`];
      if (left <= 0) recorder?.stop();
    }, 500);
    show();
    stop.focus();
  }

  function keep(made) {
    const holder = new DataTransfer();
    holder.items.add(made);
    file.files = holder.files;
    heard();
  }

  function heard() {
    if (sound.src) URL.revokeObjectURL(sound.src);
    const chosen = file.files[0];
    sound.src = chosen ? URL.createObjectURL(chosen) : "";
    if (!chosen) sound.removeAttribute("src");
    told.textContent = chosen ? say.done : say.deleted;
    show();
  }

  const begin = press(say.begin, record);
  const stop = press(say.stop, () => recorder?.stop());
  const gone = press(say.delete, () => {
    file.value = "";
    heard();
    begin.focus();
  });
  file.addEventListener("change", heard);
  window.addEventListener("pagehide", () => recorder?.stream.getTracks().forEach((track) => track.stop()));
  // Next while it still records: stop first, so that what was said goes along
  file.form.addEventListener("submit", (event) => {
    if (!recorder) return;
    event.preventDefault();
    event.stopPropagation(); // offline.js would send the page before the recording is in it
    recorder.addEventListener("stop", () => file.form.requestSubmit(event.submitter));
    recorder.stop();
  });
  const row = document.createElement("div");
  row.className = "row";
  row.append(begin, stop, sound, gone);
  told.before(row);
  show();
}

for (const box of document.querySelectorAll("[data-speak]")) start(box);
