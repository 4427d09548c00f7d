// Rolls the dice: shows one title of those that fit the time and the kind, and at each roll another. All that it knows of a title stands
// in its item of the list at the page's end; that is in order, the best first.
(function () {
  'use strict';

  const say = window.foyerSay;
  const duration = window.foyerDuration;
  const opening = document.querySelector('main .opening');
  const items = Array.from(document.querySelectorAll('main li[data-counts]')).map((element) => ({
    element, kind: element.dataset.kind, length: Number(element.dataset.length), rest: Number(element.dataset.rest),
    isFilm: element.dataset.form === 'film', counts: element.dataset.counts.split(' ').map(Number),
  }));
  if (!opening || items.length < 2) return;
  const most = 12;

  function make(name, className, text) {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  // A few choices side by side, of which one holds.
  function choose(name, label, options, chosen) {
    const group = make('fieldset', 'choice');
    group.append(make('legend', '', label));
    for (const [value, text] of options) {
      const option = make('label');
      const input = make('input');
      input.type = 'radio';
      input.name = name;
      input.value = value;
      input.checked = value === chosen;
      input.addEventListener('change', () => { choices[name] = value; begin(); });
      option.append(input, make('span', '', text));
      group.append(option);
    }
    return group;
  }

  const choices = { time: '3', kind: '' };
  const times = [['0', say('halfHour')], ['1', say('hour')], ['2', say('film')], ['3', say('evening')]];
  const kinds = [['tv', say('tv')], ['anime', say('anime')], ['movies', say('movies')]]
    .filter(([kind]) => items.some((item) => item.kind === kind));

  const dice = make('div', 'dice');
  const fields = make('div', 'fields');
  fields.append(choose('time', say('time'), times, choices.time));
  if (kinds.length > 1) fields.append(choose('kind', say('kind'), [['', say('all')], ...kinds], ''));
  const button = make('button', 'roll', say('roll'));
  button.type = 'button';
  const count = make('p', 'count');
  const pick = make('div', 'pick');
  pick.setAttribute('aria-live', 'polite');
  const act = make('div', 'act');
  act.append(button, count);
  fields.append(act);
  dice.append(fields, pick);
  opening.append(dice);

  let fitting = [];
  let left = [];

  function show(item) {
    pick.replaceChildren();
    if (!item) return;
    const link = item.element.querySelector('a').cloneNode(true);
    link.querySelectorAll('img').forEach((image) => { image.loading = 'eager'; image.sizes = '240px'; });
    const note = item.element.querySelector('.note').cloneNode(true);
    const number = item.counts[Number(choices.time)];
    // Of what was paused half-way, the first of them is shorter.
    const minutes = item.rest + (number - 1) * item.length;
    note.querySelector('strong').textContent = item.isFilm
      ? duration(minutes) : say('amount', { count: number, time: say('about', { time: duration(minutes) }) });
    pick.append(link, note);
  }

  // What fits, and the best of it.
  function begin() {
    const all = items.filter((item) => item.counts[Number(choices.time)] > 0 && (!choices.kind || item.kind === choices.kind));
    fitting = all.slice(0, most);
    left = fitting.slice(1);
    count.textContent = !all.length ? say('none')
      : all.length > most ? say('fittingMany', { count: most }) : say('fitting', { count: all.length });
    button.disabled = fitting.length < 2;
    show(fitting[0]);
  }

  // None comes again before each has come.
  button.addEventListener('click', () => {
    const last = pick.querySelector('a');
    if (!left.length) left = fitting.filter((item) => item.element.querySelector('a').href !== (last && last.href));
    const [item] = left.splice(Math.floor(Math.random() * left.length), 1);
    show(item);
    dice.classList.toggle('rolled');
  });

  begin();
})();
