// Finds titles as one types. The index is a script of its own, so that nothing is fetched but the posters of what is found.
(function () {
  'use strict';

  const say = window.foyerSay;
  const index = window.foyerIndex;
  const heading = document.querySelector('main h1');
  if (!index || !heading || !index.name.length) return;
  const root = new URL('../', document.currentScript.src).href;
  const most = 60;

  // Letters that Unicode does not take apart.
  const letters = { 'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'ð': 'd', 'þ': 'th', 'ı': 'i' };

  // Without case, accents, width and punctuation, and with one kana for both: what is written alike is found alike.
  function fold(text) {
    const folded = text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase()
      .replace(/[ßæœøłđðþı]/g, (letter) => letters[letter])
      .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
      .replace(/['’ʼ]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
    // A name of nothing but signs is found by them.
    return folded || text.normalize('NFKC').toLowerCase().trim();
  }

  const titles = index.name.map((name, at) => ({
    at, year: String(index.year[at] || ''),
    names: [name].concat(index.others[at]).map((text) => ({ text, folded: fold(text) })),
  }));

  // How well a name answers: the lower the better, Infinity where it does not.
  function rank(name, query, words, year) {
    if (name === query) return 0;
    if (name.startsWith(query)) return 1;
    if ((' ' + name).includes(' ' + query)) return 2;
    if (name.includes(query)) return 3;
    const fits = (test) => words.every((word) => test(word) || word === year);
    if (fits((word) => (' ' + name).includes(' ' + word))) return 4;
    return fits((word) => name.includes(word)) ? 5 : Infinity;
  }

  function find(text) {
    const query = fold(text);
    if (!query) return [];
    const words = query.split(' ');
    return titles
      .flatMap((title) => {
        // Another name of a title comes behind its own.
        const ranks = title.names.map((name, turn) => rank(name.folded, query, words, title.year) + (turn ? 0.5 : 0));
        const best = Math.min(...ranks);
        return best < Infinity ? [{ at: title.at, rank: best, name: title.names[ranks.indexOf(best)].text }] : [];
      })
      .sort((one, other) => one.rank - other.rank || one.at - other.at);
  }

  function address(at) {
    const folder = index.folder[at] === 0
      ? index.name[at].toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-/, '').slice(0, 80).replace(/-$/, '')
      : index.folder[at];
    return root + index.kinds[index.kind[at]][0] + '/' + index.id[at] + (folder ? '-' + folder : '') + '/' + index.file;
  }

  function poster(at) {
    const path = index.poster[at];
    if (!path) return null;
    const image = document.createElement('img');
    image.width = 84;
    image.height = 124;
    image.alt = '';
    image.loading = 'lazy';
    image.src = 'https://wsrv.nl/?url=https://simkl.in/posters/' + (path.includes('/') ? path : path.slice(0, 2) + '/' + path) + '_cm.webp';
    return image;
  }

  // An element with text, never with markup: what the index holds is data.
  function make(name, className, text) {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  function result(found) {
    const at = found.at;
    const link = make('a');
    link.href = address(at);
    const picture = make('span', 'poster');
    const image = poster(at);
    if (image) picture.append(image);
    const facts = [
      found.name === index.name[at] ? '' : found.name, index.kinds[index.kind[at]][1], index.year[at], index.statuses[index.status[at]],
    ];
    if (index.rating[at]) facts.push('★\u00a0' + index.rating[at]);
    link.append(picture, make('span', 'name', index.name[at]), make('span', 'note', facts.filter(Boolean).join(' · ')));
    const item = make('li');
    item.append(link);
    return item;
  }

  const box = make('div', 'controls');
  box.setAttribute('role', 'search');
  const label = make('label', 'wide', say('partOfName'));
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
  const lists = make('h2', '', say('orLists'));

  const explanation = heading.nextElementSibling;
  explanation.before(box, count, list);
  explanation.replaceWith(lists);

  function show() {
    const text = input.value;
    const found = find(text);
    list.replaceChildren(...found.slice(0, most).map(result));
    if (!fold(text)) count.textContent = say('all', { count: titles.length });
    else if (!found.length) count.textContent = say('none');
    else if (found.length > most) count.textContent = say('first', { shown: most, count: found.length });
    else count.textContent = say('found', { count: found.length });
    // So that one finds the search as it was on the way back, and can send somebody its address.
    try {
      history.replaceState(null, '', text ? '#' + encodeURIComponent(text) : location.pathname + location.search);
    } catch { /* Some browsers keep a page from a disk from doing this. */ }
  }

  function read() {
    try {
      input.value = decodeURIComponent(location.hash.slice(1));
    } catch { input.value = ''; }
    show();
  }

  input.addEventListener('input', show);
  window.addEventListener('hashchange', read);

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
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || document.activeElement === input) return;
    event.preventDefault();
    input.focus();
    input.select();
  });

  read();
})();
