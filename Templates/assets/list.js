// Sorts and filters a list's page, and shows it as a table. Everything that it adds is of use only with it, so it adds it itself;
// all that it knows of a title stands in the data attributes of its item.
(function () {
  'use strict';

  const say = window.foyerSay;
  const main = document.getElementById('main');
  const groups = Array.from(main.querySelectorAll('ul.posters')).map((list) => ({
    list, heading: list.previousElementSibling.matches('h2') ? list.previousElementSibling : null,
  }));

  const kinds = { tv: say('tv'), anime: say('anime'), movies: say('movies') };
  const statuses = {
    watching: say('watching'), plan: say('plan'), 'on-hold': say('onHold'), completed: say('completed'), dropped: say('dropped'),
  };

  const items = groups.flatMap((group) => Array.from(group.list.children)).map((element, at) => {
    const { year = '', rating = '', kind = '', status = '', also = '', watched, aired, place = String(at + 1) } = element.dataset;
    const name = element.querySelector('[data-title]').dataset.title;
    return {
      element, name, words: fold(name + ' · ' + also), link: element.querySelector('a'), list: element.parentElement, place,
      year, rating, kind, status, progress: aired ? say('progress', { watched, aired }) : '',
    };
  });
  if (items.length < 2) return;

  function fold(text) {
    return text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase();
  }

  function make(name, className, text) {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  const fields = make('div', 'fields');

  // A choice with its label; nothing where there is nothing to choose from.
  function choose(text, options) {
    if (options.length < 2) return { value: '' };
    const label = make('label', '', text);
    const select = make('select');
    for (const [value, name] of options) {
      const option = make('option', '', name);
      option.value = value;
      select.append(option);
    }
    select.addEventListener('change', arrange);
    label.append(select);
    fields.append(label);
    return select;
  }

  // What a field has on this page, each once; only worth a choice where it tells titles apart.
  function values(field) {
    return Array.from(new Set(items.map((item) => item[field])));
  }

  function named(names, field) {
    return Object.entries(names).filter(([value]) => values(field).includes(value));
  }

  function filter(text, any, options) {
    return choose(text, options.length > 1 ? [['', any]].concat(options) : []);
  }

  const label = make('label', '', say('name'));
  const input = make('input');
  input.type = 'search';
  input.autocomplete = 'off';
  input.addEventListener('input', arrange);
  label.append(input);
  fields.append(label);

  const hasKinds = values('kind').length > 1;
  const hasYears = values('year').length > 1;
  const hasRatings = values('rating').length > 1;
  const sort = choose(say('sortBy'), [['', hasKinds ? say('kindAndName') : say('name')]].concat(
    hasKinds ? [['name', say('name')]] : [],
    hasYears ? [['-year', say('newestFirst')], ['year', say('oldestFirst')]] : [],
    hasRatings ? [['-rating', say('bestFirst')], ['rating', say('worstFirst')]] : []));
  const kind = filter(say('kind'), say('allKinds'), named(kinds, 'kind'));
  const status = filter(say('status'), say('anyStatus'), named(statuses, 'status'));
  const decades = Array.from(new Set(values('year').filter(Boolean).map((year) => year.slice(0, 3)))).sort().reverse();
  const decade = filter(say('year'), say('anyYear'), decades.map((start) => [start, say('decade', { year: start + '0' })]));
  const rating = filter(say('rating'), say('anyRating'), hasRatings
    ? [
      ['9', say('nineAndTen')], ['7', say('andMore', { rating: 7 })], ['5', say('andMore', { rating: 5 })], ['none', say('notRated')],
    ] : []);

  const views = make('div', 'views');
  views.setAttribute('role', 'group');
  views.setAttribute('aria-label', say('showAs'));
  const buttons = [['Posters', say('posters')], ['Table', say('table')]].map(([view, name]) => {
    const button = make('button', '', name);
    button.type = 'button';
    button.value = view;
    button.addEventListener('click', () => { show(view); remember(view); });
    views.append(button);
    return button;
  });

  // Open where there is room for it, and more than one looks through at a glance.
  const box = make('details', 'controls');
  box.open = items.length > 40 && window.matchMedia('(min-width: 48rem)').matches;
  box.append(make('summary', '', say('sortAndFilter')), fields);
  const count = make('p', 'count');
  count.setAttribute('role', 'status');
  const bar = make('div', 'tools');
  bar.append(count, views);
  // Takes the titles of all kinds when they are sorted together.
  const together = make('ul', 'posters');
  (groups[0].heading || groups[0].list).before(box, bar, together);

  const columns = [
    [say('title'), 'name'], [say('kind'), 'kind'], [say('year'), 'year'], [say('rating'), 'rating'], [say('status'), 'status'],
    [say('watched'), 'progress'],
  ].filter(([, field]) => values(field).some(Boolean) && (field !== 'kind' || hasKinds));
  let table = null;

  function shownAs(field, value) {
    return { kind: kinds, status: statuses }[field]?.[value] ?? value;
  }

  function makeTable() {
    const head = make('tr');
    for (const [name, field] of columns) {
      const cell = make('th', field === 'rating' || field === 'year' ? 'number' : '', name);
      cell.scope = 'col';
      head.append(cell);
    }
    for (const item of items) {
      item.row = make('tr');
      for (const [, field] of columns) {
        const cell = make('td', field === 'rating' || field === 'year' ? 'number' : '', shownAs(field, item[field]));
        if (field === 'name') {
          const link = make('a', '', item.name);
          link.href = item.link.href;
          cell.replaceChildren(link);
        }
        item.row.append(cell);
      }
    }
    const body = make('tbody');
    const element = make('table');
    element.setAttribute('aria-label', main.querySelector('h1').textContent);
    const top = make('thead');
    top.append(head);
    element.append(top, body);
    const frame = make('div', 'table titles');
    frame.append(element);
    bar.after(frame);
    return { frame, body };
  }

  const addresses = [location.href].concat(Array.from(main.querySelectorAll('.links a'), (link) => link.href));
  const isPaged = addresses.some((address) => /\/page-\d+\.html$/.test(address.split('#')[0]));

  function order() {
    const field = sort.value.replace('-', '');
    if (!field) return items;
    const turn = sort.value.startsWith('-') ? -1 : 1;
    const byName = (one, other) => one.place - other.place;
    if (field === 'name') return items.slice().sort(byName);
    // What has no year or rating comes last, whichever way.
    return items.slice().sort((one, other) => !one[field] - !other[field] || turn * (one[field] - other[field]) || byName(one, other));
  }

  function fits(item) {
    return (!input.value || item.words.includes(fold(input.value).trim()))
      && (!kind.value || item.kind === kind.value)
      && (!status.value || item.status === status.value)
      && (!decade.value || item.year.startsWith(decade.value))
      && (!rating.value || (rating.value === 'none' ? !item.rating : Number(item.rating) >= Number(rating.value)));
  }

  function arrange() {
    const sorted = order();
    let shown = 0;
    for (const item of sorted) {
      const isShown = fits(item);
      shown += isShown ? 1 : 0;
      item.element.hidden = !isShown;
      (sort.value ? together : item.list).append(item.element);
      if (table) {
        item.row.hidden = !isShown;
        table.body.append(item.row);
      }
    }
    const isTable = Boolean(table) && !table.frame.hidden;
    together.hidden = isTable || !sort.value;
    for (const group of groups) {
      group.list.hidden = isTable || !group.list.querySelector('li:not([hidden])');
      if (group.heading) group.heading.hidden = group.list.hidden;
    }
    count.textContent = told(shown, { shown, count: items.length });
  }

  // How many of the titles are shown.
  function told(shown, values) {
    if (shown === items.length) return isPaged ? say('allOnPage', values) : say('all', values);
    if (!shown) return isPaged ? say('noneOnPage', values) : say('none', values);
    return isPaged ? say('someOnPage', values) : say('some', values);
  }

  function show(view) {
    const isTable = view === 'Table';
    if (isTable && !table) table = makeTable();
    if (table) table.frame.hidden = !isTable;
    buttons.forEach((button) => button.setAttribute('aria-pressed', String(button.value === view)));
    arrange();
  }

  // A browser may refuse to remember, and does so with an error.
  function remember(view) {
    try { localStorage.setItem('foyer-view', view); } catch { /* Then the next page begins with posters. */ }
  }

  function remembered() {
    try { return localStorage.getItem('foyer-view') === 'Table' ? 'Table' : 'Posters'; } catch { return 'Posters'; }
  }

  show(remembered());
})();
