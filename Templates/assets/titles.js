// The titles of the site for the scripts behind this one: what the index knows of each, and how one is found by what it is called and
// by what is known of it. What is written nearly alike is found too, where nothing is written just so.
(function () {
  'use strict';

  const index = window.foyerIndex;
  if (!index) return;
  const root = new URL('../', document.currentScript.src).href;

  // Letters that Unicode does not take apart.
  const letters = { 'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'ð': 'd', 'þ': 'th', 'ı': 'i' };

  function hiragana(text) {
    return text.replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
  }

  // Without case, accents, width and punctuation, and with one kana for both: what is written alike is found alike.
  function fold(text) {
    if (/^[a-z0-9]*$/.test(text)) return text;
    const folded = hiragana(text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase()
      .replace(/[ßæœøłđðþı]/g, (letter) => letters[letter]))
      .replace(/&/g, ' and ').replace(/['’ʼ]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
    // A name of nothing but signs is found by them.
    return folded || text.normalize('NFKC').toLowerCase().trim();
  }

  // From ぁ to ゖ, as Hepburn writes them; those that are small by themselves change the one before.
  const sounds = ('a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za shi ji su zu se ze so zo ta da chi ji - tsu zu te de to do na ni '
    + 'nu ne no ha ba pa hi bi pi fu bu pu he be pe ho bo po ma mi mu me mo ya ya yu yu yo yo ra ri ru re ro wa wa i e o n vu ka ke').split(' ');
  const small = 'ぁぃぅぇぉゃゅょ';

  function romaji(kana) {
    let latin = '';
    let isDoubled = false;
    for (const letter of kana) {
      const sound = sounds[letter.charCodeAt(0) - 0x3041];
      if (letter === 'ー') continue;
      if (letter === 'っ') { isDoubled = true; continue; }
      if (!sound) { latin += letter; continue; }
      if (small.includes(letter) && /[a-z]$/.test(latin)) {
        // し and ゃ are sha, き and ゃ kya, ふ and ぁ fa.
        latin = latin.replace(/(sh|ch|j)i$/, '$1').replace(/[aiueo]$/, sound[0] === 'y' ? 'y' : '')
          + (sound[0] === 'y' ? sound.slice(1) : sound);
        continue;
      }
      latin += isDoubled ? sound[0] + sound : sound;
      isDoubled = false;
    }
    return latin;
  }

  // How a Japanese name sounds, however it is written: in kana, or in Latin letters with long vowels written out or not.
  function soundOf(text) {
    return fold(romaji(hiragana(text.normalize('NFKC')).toLowerCase())).replaceAll(' ', '')
      .replace(/(?:ou|oo|oh(?![aeiouy]))/g, 'o').replace(/uu/g, 'u').replace(/aa/g, 'a').replace(/ii/g, 'i').replace(/ee/g, 'e')
      .replace(/wo/g, 'o').replace(/m(?=[bp])/g, 'n').replace(/jy/g, 'j').replace(/sy/g, 'sh').replace(/ty/g, 'ch');
  }

  const hasKana = (text) => /[\u3041-\u30f6\uff66-\uff9d]/.test(text);

  // A name as it is looked through: folded, without the spaces, and where its words begin in that.
  function named(text, isJapanese) {
    const folded = fold(text);
    const isOneWord = !folded.includes(' ');
    const starts = isOneWord ? null : new Set();
    if (starts) folded.split(' ').reduce((at, word) => { starts.add(at); return at + word.length; }, 0);
    return {
      text, folded, joined: isOneWord ? folded : folded.replaceAll(' ', ''), starts,
      sound: isJapanese || hasKana(text) ? soundOf(text) : '',
    };
  }

  const kindWords = index.kinds.map(([path, one, many]) => fold([path, one, many].join(' ')));
  const statusWords = index.statuses.map(([, label]) => fold(label));

  let known = null;

  // All that titles are found by; made when something is looked for.
  function entries() {
    if (known) return known;
    const genres = index.genres.map((names) => fold([].concat(names).join(' ')));
    const networks = index.networks.map(fold);
    known = index.name.map((name, at) => {
      const isJapanese = index.kinds[index.kind[at]][0] === 'anime';
      const names = [name, ...index.others[at]].map((text) => named(text, isJapanese));
      const slug = index.folder[at];
      if (slug) names.push(named(slug, false));
      const facts = [kindWords[index.kind[at]], statusWords[index.status[at]], index.year[at] || '']
        .concat(index.genre[at].map((genre) => genres[genre]), networks[index.network[at]]).filter(Boolean);
      return { at, names, hasSlug: Boolean(slug), facts: ' ' + facts.join(' '), note: index.note[at] ? ' ' + fold(index.note[at]) : '' };
    });
    return known;
  }

  function query(text) {
    const name = named(text, true);
    return { ...name, words: name.folded.split(' '), hasKana: hasKana(text) };
  }

  // Whether a part of a name that is written with other spaces begins with one of its words.
  function joins(name, joined) {
    let at = name.joined.indexOf(joined);
    while (at >= 0 && name.starts && !name.starts.has(at)) at = name.joined.indexOf(joined, at + 1);
    return at;
  }

  // How well a name answers: the lower the better, Infinity where it does not.
  function rank(name, asked) {
    const { folded } = asked;
    if (name.folded === folded) return 0;
    if (name.folded.startsWith(folded)) return 1;
    if ((' ' + name.folded).includes(' ' + folded)) return 2;
    if (asked.joined.length > 2 && (name.starts || asked.starts)) {
      if (name.joined === asked.joined) return 0.2;
      const at = joins(name, asked.joined);
      if (at === 0) return 1.2;
      if (at > 0 && name.starts) return 2.2;
    }
    if (name.folded.includes(folded)) return 3;
    if (asked.words.length > 1) {
      if (asked.words.every((word) => (' ' + name.folded).includes(' ' + word))) return 4;
      if (asked.words.every((word) => name.folded.includes(word))) return 5;
    }
    if (asked.sound.length > 2 && (name.sound || asked.hasKana)) {
      const sound = name.sound || soundOf(name.text);
      if (sound === asked.sound) return 0.4;
      if (sound.startsWith(asked.sound)) return 1.4;
      if (asked.sound.length > 4 && sound.includes(asked.sound)) return 3.4;
    }
    return Infinity;
  }

  // By what is known of a title, each word by itself, which may be one of its name too.
  function knows(entry, words) {
    return words.every((word) => {
      const start = ' ' + word;
      return entry.facts.includes(start) || entry.note.includes(start) || entry.names.some((name) => (' ' + name.folded).includes(start));
    });
  }

  // Titles that an address or a number names, on Simkl or on IMDb.
  function numbered(text) {
    const imdb = /(?:^|\W)tt0*(\d{1,9})(?:\W|$)/i.exec(text);
    const simkl = /(?:^|\/)(tv|anime|movies)\/(\d+)/.exec(text) || /^\s*#?()(\d+)\s*$/.exec(text);
    const found = [];
    index.id.forEach((id, at) => {
      const isNamed = imdb ? index.imdb[at] === Number(imdb[1])
        : simkl && id === Number(simkl[2]) && (!simkl[1] || simkl[1] === index.kinds[index.kind[at]][0]);
      if (isNamed) found.push({ at, rank: 0.1 });
    });
    return { found, isAll: Boolean(imdb || (simkl && simkl[1])) };
  }

  const byRank = (one, other) => one.rank - other.rank || one.at - other.at;

  function exactly(text, asked) {
    const byNumber = numbered(text);
    if (byNumber.isAll) return byNumber.found;
    const taken = new Set(byNumber.found.map((found) => found.at));
    const found = byNumber.found;
    for (const entry of entries()) {
      if (taken.has(entry.at)) continue;
      let best = Infinity;
      let text = '';
      entry.names.forEach((name, turn) => {
        // Another name of a title comes behind its own.
        const value = rank(name, asked) + (turn ? 0.5 : 0);
        if (value >= best) return;
        best = value;
        text = turn && !(entry.hasSlug && turn === entry.names.length - 1) ? name.text : '';
      });
      if (best === Infinity && knows(entry, asked.words)) {
        best = 6;
        if (entry.note && asked.words.some((word) => entry.note.includes(' ' + word))) best = 7;
      }
      if (best < Infinity) found.push({ at: entry.at, rank: best, name: text, isByNote: best === 7 });
    }
    return found.sort(byRank);
  }

  // Whether a word, or a beginning of it, is another but for one letter: more, less, another one, or two that changed places.
  function isNear(word, asked) {
    let at = 0;
    while (at < asked.length && asked[at] === word[at]) at += 1;
    if (at === asked.length) return true;
    const rest = asked.slice(at + 1);
    return word.startsWith(rest, at + 1) || word.startsWith(rest, at) || word.startsWith(asked.slice(at), at + 1)
      || (rest && asked[at] === word[at + 1] && rest[0] === word[at] && word.startsWith(rest.slice(1), at + 2));
  }

  let words = null;

  // Every word that titles have, with the titles that have it.
  function vocabulary() {
    if (words) return words;
    words = new Map();
    for (const entry of entries()) {
      const own = new Set(entry.names.flatMap((name) => name.folded.split(' ').concat(name.joined)).concat(entry.facts.trim().split(' ')));
      for (const word of own) {
        if (!words.has(word)) words.set(word, []);
        words.get(word).push(entry.at);
      }
    }
    return words;
  }

  const fewest = 4;

  // By words that may be one letter off, from four letters on.
  function nearly(asked) {
    const answers = (text) => {
      const best = new Map();
      for (const [word, places] of vocabulary()) {
        const isExact = word.startsWith(text);
        if (!isExact && (text.length < fewest || !isNear(word, text))) continue;
        const value = (isExact ? 0 : 1) + Math.min(1, Math.abs(word.length - text.length) / 10);
        for (const at of places) if (!(best.get(at) <= value)) best.set(at, value);
      }
      return best;
    };
    const [first, ...others] = asked.words.map(answers);
    const found = new Map(Array.from(first).filter(([at]) => others.every((other) => other.has(at)))
      .map(([at, value]) => [at, others.reduce((sum, other) => sum + other.get(at), value)]));
    // As one word: `spidr man` is `Spider-Man`, and so is `spidermn`.
    if (asked.words.length > 1) {
      for (const [at, value] of answers(asked.joined)) if (!(found.get(at) <= value)) found.set(at, value);
    }
    return Array.from(found, ([at, rank]) => ({ at, rank, name: '' })).sort(byRank);
  }

  function pairs(text) {
    const padded = ' ' + text + ' ';
    return Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2));
  }

  // The titles whose names have most in common with a text that none of them answers to.
  function nearest(text, most = 3) {
    const asked = new Set(pairs(fold(text)));
    const alike = (name) => {
      const own = pairs(name.folded);
      return 2 * own.filter((pair) => asked.has(pair)).length / (own.length + asked.size);
    };
    return entries().map((entry) => ({ at: entry.at, rank: -Math.max(...entry.names.map(alike)), name: '' }))
      .filter((found) => found.rank < 0).sort(byRank).slice(0, most);
  }

  let last = { text: null, answer: null };

  // What is found by a text, the best first; whether it is only nearly that.
  function find(text) {
    if (last.text === text) return last.answer;
    const asked = query(text);
    let found = asked.folded ? exactly(text, asked) : [];
    const isNearly = Boolean(asked.folded && !found.length);
    if (isNearly) found = nearly(asked);
    last = { text, answer: { found, isNearly: isNearly && found.length > 0, isEmpty: !asked.folded } };
    return last.answer;
  }

  function address(at) {
    const folder = index.folder[at] === 0
      ? index.name[at].toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-/, '').slice(0, 80).replace(/-$/, '')
      : index.folder[at];
    return root + index.kinds[index.kind[at]][0] + '/' + index.id[at] + (folder ? '-' + folder : '') + '/' + index.file;
  }

  // The address of a poster in one of Simkl's sizes; nothing where there is none.
  function poster(at, size) {
    const path = index.poster[at];
    return path ? 'https://wsrv.nl/?url=https://simkl.in/posters/' + (path.includes('/') ? path : path.slice(0, 2) + '/' + path) + size + '.webp' : '';
  }

  // What a genre is called on Simkl, and on this site.
  const genre = (code) => {
    const names = [].concat(index.genres[code]);
    return [names[0], names.at(-1)];
  };

  // An element with text, never with markup: what the index holds is data.
  function make(name, className, text) {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  const scripts = [
    [/[\u3041-\u30ff\uff66-\uff9f]/, 'ja'], [/[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]/, 'ko'], [/\p{Script=Arabic}/u, 'ar'],
    [/\p{Script=Hebrew}/u, 'he'], [/\p{Script=Cyrillic}/u, 'ru'], [/\p{Script=Greek}/u, 'el'], [/\p{Script=Thai}/u, 'th'],
  ];

  // The name of a title as an element, which says its language where its letters tell it.
  function name(at, className) {
    const text = index.name[at];
    const element = make('span', className, text);
    if (/^[\0-\u036f]*$/.test(text)) return element;
    const han = index.kinds[index.kind[at]][0] === 'anime' ? 'ja' : 'zh';
    const language = scripts.find(([letters]) => letters.test(text))?.[1] ?? (/\p{Script=Han}/u.test(text) ? han : '');
    if (language) element.lang = language;
    return element;
  }

  // So that nobody who begins to type waits for it.
  (window.requestIdleCallback ?? setTimeout)(vocabulary);

  window.foyerTitles = { count: index.name.length, page: (path) => root + path + index.file, find, nearest, address, poster, genre, make, name };
})();
