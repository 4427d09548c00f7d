// Finds titles as one types, by their names and by what is known of them.
(function () {
  'use strict';

  const say = window.foyerSay;
  const index = window.foyerIndex;
  const titles = window.foyerTitles;
  const heading = document.querySelector('main h1');
  if (!titles || !heading || !titles.count) return;
  const { make } = titles;
  const most = 60;

  function picture(at) {
    const element = make('span', 'poster');
    const address = titles.poster(at, '_cm');
    if (!address) return element;
    const image = document.createElement('img');
    image.width = 84;
    image.height = 124;
    image.alt = '';
    image.loading = 'lazy';
    image.src = address;
    element.append(image);
    return element;
  }

  // A piece of a note around a word.
  function excerpt(note, text) {
    const at = Math.max(0, note.toLowerCase().indexOf(text.trim().toLowerCase().split(/\s+/)[0]));
    const start = at < 40 ? 0 : note.lastIndexOf(' ', at - 20) + 1;
    const end = note.length - start < 100 ? note.length : note.lastIndexOf(' ', start + 90);
    return '“' + (start ? '…' : '') + note.slice(start, end > start ? end : start + 90) + (end < note.length ? '…' : '') + '”';
  }

  function result(found) {
    const at = found.at;
    const link = make('a');
    link.href = titles.address(at);
    const facts = [found.name, index.kinds[index.kind[at]][1], index.year[at], index.statuses[index.status[at]]?.[1]];
    if (index.rating[at]) facts.push('★\u00a0' + index.rating[at]);
    if (index.genre[at].length) facts.push(index.genre[at].slice(0, 3).map((genre) => titles.genre(genre)[1]).join(', '));
    if (found.isByNote) facts.push(excerpt(index.note[at], input.value));
    link.append(picture(at), titles.name(at, 'name'), make('span', 'note', facts.filter(Boolean).join(' · ')));
    const item = make('li');
    item.append(link);
    return item;
  }

  const box = make('div', 'controls');
  box.setAttribute('role', 'search');
  const label = make('label', 'wide', say('whatIsFound'));
  const input = make('input');
  input.type = 'search';
  input.autocomplete = 'off';
  input.spellcheck = false;
  input.setAttribute('enterkeyhint', 'go');
  label.append(input);
  box.append(label);
  const count = make('p', 'count');
  count.setAttribute('role', 'status');
  const list = make('ul', 'results');
  const all = make('a', '', say('inLibrary'));
  const whole = make('p');
  whole.append(all);
  const lists = make('h2', '', say('orLists'));

  const explanation = heading.nextElementSibling;
  explanation.before(box, count, list, whole);
  explanation.replaceWith(lists);

  function show() {
    const text = input.value;
    const { found, isNearly, isEmpty } = titles.find(text);
    const near = isEmpty || found.length ? [] : titles.nearest(text);
    list.replaceChildren(...(near.length ? near : found.slice(0, most)).map(result));
    if (isEmpty) count.textContent = say('all', { count: titles.count });
    else if (near.length) count.textContent = say('nearest', { text: text.trim() });
    else if (!found.length) count.textContent = say('none');
    else if (isNearly) count.textContent = say('nearly', { text: text.trim(), count: found.length });
    else if (found.length > most) count.textContent = say('first', { shown: most, count: found.length });
    else count.textContent = say('found', { count: found.length });
    whole.hidden = found.length < 2;
    all.href = titles.page('library/') + '#' + new URLSearchParams({ text: text.trim() });
    // So that one finds the search as it was on the way back, and can send somebody its address.
    try {
      history.replaceState(null, '', text ? '#' + encodeURIComponent(text) : location.pathname + location.search);
    } catch { /* Some browsers keep a page from a disk from doing this. */ }
  }

  function read() {
    const hash = location.hash.slice(1);
    // What leads somewhere on the page itself is not looked for.
    if (hash && document.getElementById(hash)) return;
    try {
      input.value = decodeURIComponent(hash);
    } catch { input.value = ''; }
  }

  input.addEventListener('input', show);
  window.addEventListener('hashchange', () => { read(); show(); });

  box.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const first = list.querySelector('a');
    if (event.key === 'ArrowDown' && first) first.focus();
    else if (event.key === 'Enter' && first) first.click();
    else if (event.key === 'Escape' && input.value) { input.value = ''; show(); } else return;
    event.preventDefault();
  });

  list.addEventListener('keydown', (event) => {
    const links = Array.from(list.querySelectorAll('a'));
    const at = links.indexOf(document.activeElement);
    const goal = {
      ArrowDown: links[at + 1], ArrowUp: links[at - 1] || input, Home: links[0], End: links[links.length - 1], Escape: input,
    }[event.key];
    if (!goal) return;
    event.preventDefault();
    goal.focus();
  });

  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || (document.activeElement === input && input.value)) return;
    event.preventDefault();
    input.focus();
    input.select();
  });

  read();
  show();
  // Who came to look for something begins to type.
  input.focus({ preventScroll: true });
})();
