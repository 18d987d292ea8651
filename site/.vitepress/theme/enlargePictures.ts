/** Lets readers open a picture over the whole window; Escape, or a press anywhere, closes it. */
export function enlargePictures(): void {
  document.addEventListener("click", ({ target }) => {
    const picture = target instanceof Element ? target.closest("figure.picture") : null;
    const drawing = picture?.querySelector(".drawing");
    if (!picture || !drawing) return;
    const dialog = document.createElement("dialog");
    dialog.className = picture.className;
    dialog.setAttribute("aria-label", "Enlarged picture");
    const close = Object.assign(document.createElement("button"), { type: "button", textContent: "Close" });
    dialog.append(close, drawing.cloneNode(true));
    dialog.addEventListener("click", () => {
      dialog.close();
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
