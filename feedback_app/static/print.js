// A button that opens the browser's own print window: the page prints as well from its menu, where there are no scripts.
const button = document.getElementById("print");
button.hidden = false;
button.addEventListener("click", () => window.print());
