// The library as one explorer: every title by what it is, sorted, as posters or as a table. It adds all that it needs itself, and keeps
// in the page's address what is chosen, so that one can go back to it and send it to somebody. Nothing is fetched but posters.
(function () {
  'use strict';

  const say = window.foyerSay;
  const index = window.foyerIndex;
  const titles = window.foyerTitles;
  const heading = document.querySelector('main h1');
  if (!titles || !heading || !titles.count) return;
  const { make } = titles;
  const duration = window.foyerDuration;

  const language = document.documentElement.lang;
  const numbers = new Intl.NumberFormat(language, { numberingSystem: 'latn' });
  const tenths = new Intl.NumberFormat(language, { numberingSystem: 'latn', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const gaps = new Intl.NumberFormat(language, {
    numberingSystem: 'latn', minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero',
  });
  const months = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  // How many titles are shown at first, and more each time; and how many of them before the others, so that one sees them at once.
  const part = 120;
  const atOnce = 30;
  const all = Array.from({ length: titles.count }, (_, at) => at);

  // What a title has, as one reads it.

  function day(number) {
    if (!number) return '';
    const date = new Date(number * 86_400_000);
    return say('day', { day: String(date.getUTCDate()), month: months.format(date), year: String(date.getUTCFullYear()) });
  }

  const kindOf = (at) => index.kinds[index.kind[at]][1];
  const statusOf = (at) => index.statuses[index.status[at]]?.[1] ?? '';
  const progressOf = (at) => index.aired[at] < 0 ? '' : say('progress', { watched: index.watched[at], aired: index.aired[at] });
  const ratingOf = (at) => index.rating[at] ? say('stars', { rating: index.rating[at] }) : '';
  const gapOf = (at) => index.rating[at] && index.crowd[at] ? index.rating[at] * 10 - index.crowd[at] : null;
  const lengthOf = (at) => index.minutes[at] ? duration(index.minutes[at]) : '';
  const about = (at, time) => index.estimated[at] ? say('about', { time }) : time;
  const leftOf = (at) => index.left[at] > 0 ? about(at, duration(index.left[at])) : '';
  const leftWords = (at) => leftOf(at) && say('left', { time: leftOf(at) });
  const crowdOf = (at) => index.crowd[at] ? tenths.format(index.crowd[at] / 10) : '';

  // What titles are sorted by: from the first to the last, those without a value behind them whichever way.
  const sorts = [
    { key: '', label: say('name'), value: (at) => -at },
    { key: 'watched', label: say('lastWatched'), value: (at) => index.watchedOn[at] || null, told: (at) => day(index.watchedOn[at]) },
    { key: 'added', label: say('added'), value: (at) => index.added[at] || null, told: (at) => day(index.added[at]) },
    { key: 'year', label: say('year'), value: (at) => index.year[at] || null },
    { key: 'rating', label: say('rating'), value: (at) => index.rating[at] || null },
    {
      key: 'gap', label: say('gap'), value: gapOf,
      told: (at) => gapOf(at) === null ? '' : say('againstCrowd', { gap: gaps.format(gapOf(at) / 10), crowd: crowdOf(at) }),
    },
    {
      key: 'left', label: say('timeLeft'), value: (at) => index.left[at] > 0 ? -index.left[at] : null,
      told: leftWords,
    },
    { key: 'length', label: say('length'), value: (at) => index.minutes[at] ? -index.minutes[at] : null, told: lengthOf },
  ].filter((sort) => !sort.key || all.filter((at) => sort.value(at) !== null).length > 1);

  const orders = new Map();

  function order(sort, isReversed) {
    const key = sort.key + (isReversed ? '-' : '');
    if (!orders.has(key)) {
      const values = all.map(sort.value);
      const turn = isReversed ? -1 : 1;
      const known = all.filter((at) => values[at] !== null);
      known.sort((one, other) => turn * (values[other] - values[one]) || one - other);
      orders.set(key, known.concat(all.filter((at) => values[at] === null)));
    }
    return orders.get(key);
  }

  // What titles are filtered by: the values that there are, with the name in the address and the one that is read.
  // `codes` has for each title the number of its value, or of its values.

  function facet(key, label, values, codes, most = Infinity) {
    const isMany = Array.isArray(codes[0]);
    const found = new Set(codes.flat());
    return {
      key, label, most, codes, isMany, chosen: new Set(), isWhole: false,
      values: values.map(([name, text], code) => ({ name: String(name), text, code, count: 0 })).filter((value) => found.has(value.code)),
    };
  }

  // The last value is that of titles without any.
  const orLast = (code, values) => code < 0 ? values.length - 1 : code;

  function statusFacet() {
    const values = index.statuses.concat([['none', say('noList')]]);
    return facet('status', say('status'), values, index.status.map((code) => orLast(code, values)));
  }

  function decadeFacet() {
    const decades = Array.from(new Set(index.year.filter(Boolean).map((year) => Math.floor(year / 10) * 10))).sort((one, other) => other - one);
    const values = decades.map((year) => [year, say('decade', { year: String(year) })]).concat([['none', say('yearUnknown')]]);
    return facet('decade', say('decadeName'), values, index.year.map((year) => orLast(decades.indexOf(Math.floor(year / 10) * 10), values)));
  }

  function ratingFacet() {
    const values = Array.from({ length: 10 }, (_, at) => [10 - at, say('stars', { rating: 10 - at })]).concat([['none', say('notRated')]]);
    return facet('rating', say('rating'), values, index.rating.map((rating) => rating ? 10 - rating : 10));
  }

  function lengthFacet() {
    const values = index.lengths.concat([['none', say('lengthUnknown')]]);
    const starts = index.lengths.map(([start]) => start);
    return facet('length', say('length'), values, index.minutes.map((minutes) =>
      minutes ? starts.findLastIndex((start) => start <= minutes) : values.length - 1));
  }

  const named = (words) => words.map((word) => [word, word]);
  const facets = [
    facet('kind', say('kind'), index.kinds.map(([name, , many]) => [name, many]), index.kind),
    statusFacet(), ratingFacet(), decadeFacet(),
    facet('genre', say('genre'), index.genres.map((_, code) => titles.genre(code)), index.genre, 12),
    lengthFacet(),
    facet('network', say('network'), named(index.networks), index.network, 8),
  ].filter((facet) => facet.values.length > 1);

  // How titles are shown.
  const views = [
    ['small', 'S', say('small'), '(max-width: 40rem) 22vw, 96px'], ['medium', 'M', say('medium'), '(max-width: 40rem) 30vw, 160px'],
    ['large', 'L', say('large'), '(max-width: 40rem) 45vw, 220px'], ['table', say('table'), say('table')],
  ];

  const state = { text: '', sort: sorts[0], isReversed: false, view: 'medium' };
  let found = { order: all, isNearly: false };
  // What is to be shown of it, and up to where it is.
  let [first, end, filled] = [0, part, 0];

  // One step: which titles fit, and how many would with each value more.

  function search() {
    if (!state.text.trim()) return null;
    const answer = titles.find(state.text);
    return answer.isEmpty ? null : answer;
  }

  function find() {
    const answer = search();
    const asked = answer && new Set(answer.found.map((title) => title.at));
    const isByMatch = answer && state.sort.key === '' && !state.isReversed;
    const candidates = isByMatch ? answer.found.map((title) => title.at) : order(state.sort, state.isReversed);
    const narrowing = facets.filter((facet) => facet.chosen.size);
    for (const facet of facets) for (const value of facet.values) value.count = 0;
    const counts = facets.map((facet) => new Int32Array(facet.values.reduce((most, value) => Math.max(most, value.code), 0) + 1));
    const fits = (facet, at) => facet.isMany ? facet.codes[at].some((code) => facet.chosen.has(code)) : facet.chosen.has(facet.codes[at]);
    const count = (facet, number, at) => {
      if (facet.isMany) for (const code of facet.codes[at]) counts[number][code] += 1;
      else if (facet.codes[at] >= 0) counts[number][facet.codes[at]] += 1;
    };
    const fitting = [];
    for (const at of candidates) {
      if (asked && !asked.has(at)) continue;
      let [missed, isOut] = [null, false];
      for (const facet of narrowing) {
        if (fits(facet, at)) continue;
        isOut = missed !== null;
        if (isOut) break;
        missed = facet;
      }
      if (isOut) continue;
      if (missed) {
        count(missed, facets.indexOf(missed), at);
      } else {
        fitting.push(at);
        facets.forEach((facet, number) => count(facet, number, at));
      }
    }
    facets.forEach((facet, number) => { for (const value of facet.values) value.count = counts[number][value.code]; });
    found = { order: fitting, isNearly: Boolean(answer?.isNearly) };
  }

  // What one chooses with.

  const explorer = make('div', 'explorer');
  const side = make('details', 'controls facets');
  const summary = make('summary', '', say('filter'));
  side.append(summary);
  const isWide = window.matchMedia('(min-width: 64rem)');
  const open = () => { side.open = isWide.matches; };
  open();
  isWide.addEventListener('change', open);

  for (const facet of facets) {
    facet.box = make('fieldset');
    const pills = make('div', 'pills');
    for (const value of facet.values) {
      value.label = make('label', 'pill');
      value.input = make('input');
      value.input.type = 'checkbox';
      value.input.addEventListener('change', () => {
        if (value.input.checked) facet.chosen.add(value.code); else facet.chosen.delete(value.code);
        step();
      });
      value.number = make('span', 'number');
      const text = make('span', '', value.text);
      text.append(' ', value.number);
      value.label.append(value.input, text);
      pills.append(value.label);
    }
    facet.more = make('button', 'more');
    facet.more.type = 'button';
    facet.more.addEventListener('click', () => { facet.isWhole = !facet.isWhole; tell(facet); });
    facet.box.append(make('legend', '', facet.label), pills, facet.more);
    side.append(facet.box);
  }

  function tell(facet) {
    let shown = 0;
    let more = 0;
    for (const value of facet.values) {
      const isChosen = facet.chosen.has(value.code);
      const isWanted = isChosen || value.count > 0;
      const isShown = isWanted && (isChosen || facet.isWhole || shown < facet.most);
      shown += isShown ? 1 : 0;
      more += isWanted && !isShown ? 1 : 0;
      value.label.hidden = !isShown;
      value.input.checked = isChosen;
      const number = numbers.format(value.count);
      if (isShown && value.number.textContent !== number) value.number.textContent = number;
    }
    facet.box.hidden = !shown;
    facet.more.hidden = !more && !(facet.isWhole && shown > facet.most);
    facet.more.textContent = facet.isWhole ? say('fewer') : say('more', { number: more });
  }

  const field = make('label', '', say('search'));
  const input = make('input');
  input.type = 'search';
  input.autocomplete = 'off';
  input.spellcheck = false;
  input.addEventListener('input', () => { state.text = input.value; step(); });
  field.append(input);

  const sorting = make('label', '', say('sortBy'));
  const select = make('select');
  const options = sorts.map((sort) => {
    const option = make('option', '', sort.label);
    option.value = sort.key;
    select.append(option);
    return option;
  });
  select.addEventListener('change', () => {
    state.sort = sorts[select.selectedIndex];
    state.isReversed = false;
    step();
  });
  sorting.append(select);

  function button(text, title, action) {
    const element = make('button', '', text);
    element.type = 'button';
    element.title = title;
    element.addEventListener('click', action);
    return element;
  }

  const reverse = button('⇅', say('reverse'), () => { state.isReversed = !state.isReversed; step(); });
  reverse.setAttribute('aria-label', say('reverse'));

  const viewing = make('div', 'views');
  viewing.setAttribute('role', 'group');
  viewing.setAttribute('aria-label', say('showAs'));
  const viewButtons = views.map(([view, text, title]) => {
    const element = button(text, title, () => { state.view = view; remember(view); step(true); });
    viewing.append(element);
    return element;
  });

  const tools = make('div', 'tools controls');
  const sortGroup = make('div', 'sorting');
  sortGroup.append(sorting, reverse);
  tools.append(field, sortGroup, viewing);

  const chosen = make('div', 'chosen');
  const count = make('p', 'count');
  count.setAttribute('role', 'status');

  // What is chosen, each to be taken back.
  function tellChosen() {
    const chips = facets.flatMap((facet) => facet.values.filter((value) => facet.chosen.has(value.code)).map((value) => {
      const chip = button(value.text, say('remove'), () => { facet.chosen.delete(value.code); step(); input.focus({ preventScroll: true }); });
      const cross = make('span', '', '×');
      cross.setAttribute('aria-hidden', 'true');
      chip.append(cross);
      return chip;
    }));
    if (chips.length || state.text) {
      const clear = button(say('clear'), say('clear'), () => { reset(); step(); input.focus({ preventScroll: true }); });
      clear.className = 'clear';
      chips.push(clear);
    }
    chosen.replaceChildren(...chips);
    const number = facets.reduce((sum, facet) => sum + facet.chosen.size, 0);
    summary.textContent = number ? say('filterBy', { number }) : say('filter');
  }

  function reset() {
    for (const facet of facets) facet.chosen.clear();
    state.text = '';
  }

  // From A to Z, and what is beside them: where titles stand by their names.

  let initials = null;

  function initial(at) {
    const name = index.name[at].normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replace(/^(?:the|an?) (?=.)/, '');
    const letter = String.fromCodePoint(name.codePointAt(0));
    if (/\p{Script=Han}/u.test(letter)) return '漢';
    if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter)) return 'あ';
    if (/\p{Script=Hangul}/u.test(letter)) return '가';
    return /\p{L}/u.test(letter) ? letter.toUpperCase() : '#';
  }

  const rail = make('div', 'rail');
  rail.setAttribute('role', 'group');
  rail.setAttribute('aria-label', say('byLetter'));
  const railButtons = new Map();

  function tellRail() {
    rail.hidden = state.sort.key !== '' || Boolean(state.text.trim()) || found.order.length <= part / 2;
    if (rail.hidden) return;
    if (!initials) {
      initials = all.map(initial);
      for (const letter of new Set(['#', ...initials])) {
        if (!initials.includes(letter)) continue;
        const element = button(letter, '', () => go(letter));
        element.removeAttribute('title');
        railButtons.set(letter, element);
        rail.append(element);
      }
    }
    const there = new Set();
    for (const at of found.order) there.add(initials[at]);
    const current = initials[found.order[first]];
    for (const [letter, element] of railButtons) {
      element.disabled = !there.has(letter);
      if (first && letter === current) element.setAttribute('aria-current', 'true'); else element.removeAttribute('aria-current');
    }
  }

  function go(letter) {
    first = found.order.findIndex((at) => initials[at] === letter);
    end = first + part;
    tellRail();
    render();
    finish();
    if (rail.getBoundingClientRect().top <= 1) rail.scrollIntoView({ block: 'start' });
    railButtons.get(letter).scrollIntoView({ block: 'nearest', inline: 'center' });
  }

  // Posters and rows.

  const list = make('ul', 'posters');
  const frame = make('div', 'table titles');
  const earlier = button('', '', () => { first = Math.max(0, first - part); render(); fill(); });
  earlier.className = 'more';
  const later = button('', '', more);
  later.className = 'more';
  let cards = new Map();

  function card(at) {
    let element = cards.get(at);
    if (!element) {
      element = make('li');
      const link = make('a');
      link.href = titles.address(at);
      const picture = make('span', 'poster');
      picture.dataset.title = index.name[at];
      const address = titles.poster(at, '_m');
      if (address) {
        const image = make('img');
        image.alt = '';
        image.width = 340;
        image.height = 500;
        image.loading = 'lazy';
        image.decoding = 'async';
        image.sizes = views.find(([view]) => view === state.view)[3];
        image.srcset = titles.poster(at, '_c') + ' 170w, ' + address + ' 340w';
        image.src = address;
        picture.append(image);
      }
      link.append(picture, titles.name(at, 'name'));
      element.append(link, make('span', 'note'));
      cards.set(at, element);
    }
    const left = state.sort.key === 'left' ? '' : leftWords(at);
    const facts = [state.sort.told?.(at), index.year[at] || '', ratingOf(at), statusOf(at), progressOf(at), left];
    element.lastChild.textContent = facts.filter(Boolean).join(' · ');
    return element;
  }

  const columns = [
    { label: say('title'), sort: '' }, { label: say('kind'), told: kindOf }, { label: say('year'), sort: 'year', told: (at) => index.year[at] || '' },
    { label: say('rating'), sort: 'rating', told: (at) => index.rating[at] || '' },
    { label: say('gap'), sort: 'gap', told: (at) => gapOf(at) === null ? '' : gaps.format(gapOf(at) / 10) },
    { label: say('status'), told: statusOf }, { label: say('watched'), told: progressOf },
    { label: say('timeLeft'), sort: 'left', told: leftOf }, { label: say('lastWatched'), sort: 'watched', told: (at) => day(index.watchedOn[at]) },
    { label: say('added'), sort: 'added', told: (at) => day(index.added[at]) }, { label: say('length'), sort: 'length', told: lengthOf },
  ].filter((column) => !column.told || all.some((at) => column.told(at)));
  const isNumber = (column) => /^(?:year|rating|gap|left|length)$/.test(column.sort ?? '');

  const table = make('table');
  table.setAttribute('aria-label', heading.textContent);
  const head = make('tr');
  const rows = make('tbody');
  for (const column of columns) {
    column.head = make('th', isNumber(column) ? 'number' : '');
    column.head.scope = 'col';
    const sort = sorts.find((sort) => sort.key === column.sort);
    if (sort) {
      column.head.append(button(column.label, say('sortBy') + ': ' + sort.label, () => {
        state.isReversed = state.sort === sort && !state.isReversed;
        state.sort = sort;
        step();
      }));
    } else {
      column.head.textContent = column.label;
    }
    head.append(column.head);
  }
  const top = make('thead');
  top.append(head);
  table.append(top, rows);
  frame.append(table);

  function row(at) {
    const element = make('tr');
    for (const column of columns) {
      const cell = make('td', isNumber(column) ? 'number' : '', column.told ? String(column.told(at)) : '');
      if (!column.told) {
        const link = make('a');
        link.href = titles.address(at);
        link.append(titles.name(at, ''));
        cell.append(link);
      }
      element.append(cell);
    }
    return element;
  }

  const elements = (from, to) => found.order.slice(from, to).map(state.view === 'table' ? row : card);

  function render() {
    const isTable = state.view === 'table';
    list.hidden = isTable;
    frame.hidden = !isTable;
    filled = Math.min(end, first + atOnce);
    (isTable ? rows : list).replaceChildren(...elements(first, filled));
    earlier.hidden = first === 0;
    earlier.textContent = say('earlier', { count: first });
    tellLater();
  }

  function tellLater() {
    later.hidden = end >= found.order.length;
    later.textContent = say('later', { number: found.order.length - end });
  }

  function fill() {
    if (filled >= end) return;
    (state.view === 'table' ? rows : list).append(...elements(filled, end));
    filled = end;
  }

  function more() {
    end += part;
    fill();
    tellLater();
  }

  // What one does not see at once waits until the browser has shown the rest; a browser works out the layout before it notes an address.
  function finish() {
    requestAnimationFrame(() => setTimeout(() => { fill(); write(); }));
  }

  new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting) && !later.hidden) more();
  }, { rootMargin: '0px 0px 800px' }).observe(later);

  // Where nothing fits: what comes nearest to the text.
  function suggestions() {
    if (found.order.length || !state.text.trim()) return [];
    return titles.nearest(state.text).flatMap(({ at }, number) => {
      const link = make('a', '', index.name[at]);
      link.href = titles.address(at);
      return [number ? ' · ' : ' · ' + say('nearest') + ' ', link];
    });
  }

  function tellCount() {
    const values = { shown: found.order.length, count: titles.count, text: state.text.trim() };
    if (!found.order.length) count.textContent = say('none', values);
    else if (found.isNearly) count.textContent = say('nearly', { ...values, count: found.order.length });
    else count.textContent = found.order.length === titles.count ? say('all', values) : say('some', values);
    count.append(...suggestions());
  }

  // - isView: whether the same titles are shown otherwise.
  function step(isView = false) {
    if (isView) {
      cards = new Map();
    } else {
      find();
      [first, end] = [0, part];
    }
    tellAll();
    finish();
  }

  function tellAll() {
    for (const facet of facets) tell(facet);
    if (input.value !== state.text) input.value = state.text;
    select.selectedIndex = sorts.indexOf(state.sort);
    options[0].textContent = state.text.trim() ? say('match') : sorts[0].label;
    reverse.setAttribute('aria-pressed', String(state.isReversed));
    viewButtons.forEach((element, number) => element.setAttribute('aria-pressed', String(views[number][0] === state.view)));
    for (const column of columns) {
      if (column.sort === undefined || column.sort !== state.sort.key) column.head.removeAttribute('aria-sort');
      // By name and by what is shortest it goes up, by everything else down.
      else column.head.setAttribute('aria-sort', /^(?:|left|length)$/.test(column.sort) !== state.isReversed ? 'ascending' : 'descending');
    }
    list.className = 'posters ' + state.view;
    tellChosen();
    tellCount();
    tellRail();
    render();
  }

  // The address: behind the hash, which a browser keeps to itself.

  function write() {
    const values = new URLSearchParams();
    for (const facet of facets) {
      for (const value of facet.values) if (facet.chosen.has(value.code)) values.append(facet.key, value.name);
    }
    if (state.text) values.set('text', state.text);
    if (state.sort.key || state.isReversed) values.set('sort', (state.isReversed ? '-' : '') + (state.sort.key || 'name'));
    if (state.view !== remembered()) values.set('view', state.view);
    if (first && !rail.hidden) values.set('from', initials[found.order[first]]);
    const hash = values.toString();
    try {
      history.replaceState(null, '', location.pathname + (hash ? '#' + hash : ''));
    } catch { /* Some browsers keep a page from a disk from doing this. */ }
  }

  // Whether it leads somewhere on the page itself.
  const isPlace = () => Boolean(document.getElementById(location.hash.slice(1)));

  function read() {
    // A link of the site's own says it as a query; from then on it is behind the hash.
    const values = new URLSearchParams(location.hash && !isPlace() ? location.hash.slice(1) : location.search);
    for (const facet of facets) {
      const names = new Set(values.getAll(facet.key));
      facet.chosen = new Set(
        facet.values.filter((value) => names.has(value.name) || names.has(value.text)).map((value) => value.code));
    }
    state.text = values.get('text') ?? '';
    const sort = values.get('sort') ?? '';
    state.isReversed = sort.startsWith('-');
    state.sort = sorts.find((one) => (one.key || 'name') === sort.replace('-', '')) ?? sorts[0];
    state.view = views.find(([view]) => view === values.get('view'))?.[0] ?? remembered();
    find();
    [first, end] = [0, part];
    tellAll();
    fill();
    if (values.get('from') && !rail.hidden && railButtons.get(values.get('from'))?.disabled === false) go(values.get('from'));
  }

  // A browser may refuse to remember, and does so with an error.
  function remember(view) {
    try { localStorage.setItem('foyer-view', view); } catch { /* Then the next visit begins with posters. */ }
  }

  function remembered() {
    try { return views.find(([view]) => view === localStorage.getItem('foyer-view'))?.[0] ?? 'medium'; } catch { return 'medium'; }
  }

  // On the way back from a title one is where one was.
  function restore() {
    const place = history.state?.foyerPlace;
    if (!place) return;
    [first, end] = place;
    render();
    fill();
  }

  window.addEventListener('pagehide', () => {
    write();
    try { history.replaceState({ foyerPlace: [first, end] }, ''); } catch { /* Then one begins at the top. */ }
  });
  window.addEventListener('hashchange', () => { if (!isPlace()) read(); });

  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const first = explorer.querySelector('.posters:not([hidden]) a, .titles:not([hidden]) td a');
    if (event.key === 'ArrowDown' && first) first.focus();
    else if (event.key === 'Escape' && state.text) { state.text = ''; step(); } else return;
    event.preventDefault();
  });

  const results = make('div', 'found');
  results.append(chosen, count, rail, earlier, list, frame, later);
  if (index.estimated.includes(1)) results.append(make('p', 'hint', say('aboutMeans')));
  explorer.append(tools, side, results);
  const opening = heading.parentElement;
  opening.replaceChildren(heading);
  opening.after(explorer);
  read();
  restore();
})();
