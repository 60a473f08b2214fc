// Elements. Whatever comes from the wire goes in as text or as an attribute, never as markup.

/** An element with properties (class, data-..., on...) and children: elements, or texts. */
export function el(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) {
      made.addEventListener(name.slice(2), value);
    } else if (value !== false && value !== undefined) {
      made.setAttribute(name, value === true ? '' : value);
    }
  }
  made.append(...children);
  return made;
}

/** Sets a text, and touches the page only when it differs. */
export function say(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** Sets or clears a class. */
export function mark(element, name, on) {
  element.classList.toggle(name, on);
}

/** A number for people: four digits, no more. */
export function digits(value) {
  if (!Number.isFinite(value)) {
    return '–';
  }
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e5 || size < 1e-3)) {
    return value.toExponential(2);
  }
  return Number.isInteger(value) && size < 1e5 ? String(value) : value.toPrecision(4);
}

/** How long ago, for people. */
export function ago(seconds) {
  if (!Number.isFinite(seconds)) {
    return 'never';
  }
  if (seconds < 10) {
    return seconds.toFixed(1) + ' s';
  }
  return seconds < 120 ? Math.round(seconds) + ' s' : Math.round(seconds / 60) + ' min';
}
