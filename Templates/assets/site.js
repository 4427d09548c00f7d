// What every page has: the groups of the navigation close by themselves, and one can search from anywhere. Without this the groups
// open and close by their names, and the search is a link. Other scripts say by it what the page has for them in the site's language.
(function () {
  'use strict';

  const words = document.getElementById('words');
  if (words) {
    const messages = JSON.parse(words.textContent);
    const language = document.documentElement.lang;
    const forms = new Intl.PluralRules(language);
    const numbers = new Intl.NumberFormat(language, { numberingSystem: 'latn' });
    // A message with its values; of one that has forms, that which goes with the count.
    window.foyerSay = (key, values = {}) => {
      const message = messages[key];
      const text = typeof message === 'string' ? message : message[forms.select(values.count)] ?? message.other;
      return text.replace(/\{(\w+)\}/g, (_, name) => typeof values[name] === 'number' ? numbers.format(values[name]) : values[name]);
    };
    // As the pages write it: from ten hours on in hours.
    window.foyerDuration = (minutes) => {
      if (minutes < 60) return foyerSay('minutes', { minutes });
      if (minutes >= 600) return foyerSay('hours', { hours: Math.round(minutes / 60) });
      const values = { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
      return values.minutes ? foyerSay('hoursAndMinutes', values) : foyerSay('hours', values);
    };
  }

  const groups = Array.from(document.querySelectorAll('.doors details'));
  const close = (kept) => groups.forEach((group) => { if (group !== kept) group.open = false; });
  groups.forEach((group) => group.addEventListener('toggle', () => { if (group.open) close(group); }));
  document.addEventListener('click', (event) => { if (!event.target.closest('.doors details')) close(); });
  document.addEventListener('keydown', (event) => {
    const open = event.key === 'Escape' && groups.find((group) => group.open);
    if (!open) return;
    close();
    open.querySelector('summary').focus();
  });

  const link = document.querySelector('.search');
  if (!link || link.hasAttribute('aria-current')) return;
  const form = document.createElement('form');
  form.className = 'search';
  form.setAttribute('role', 'search');
  const input = document.createElement('input');
  input.type = 'search';
  input.placeholder = link.textContent;
  input.setAttribute('aria-label', link.textContent);
  input.autocomplete = 'off';
  form.append(input);
  // Behind the hash, which a browser keeps to itself: no server learns what is looked for.
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    location.href = link.href + '#' + encodeURIComponent(input.value.trim());
  });
  link.replaceWith(form);
  document.addEventListener('keydown', (event) => {
    const isTyping = /^(?:input|select|textarea)$/i.test(document.activeElement.tagName);
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    event.preventDefault();
    input.focus();
  });
})();
