// An address that a program is to be given can be copied with a button. A calendar's stands in place of the link: who follows that gets a
// file that never changes again.
(function () {
  'use strict';

  if (!navigator.clipboard) return;
  const say = window.foyerSay;

  for (const link of document.querySelectorAll('main table a, main .facts a')) {
    if (!/^https?:$/.test(link.protocol) || !/\.(?:ics|atom|json)$/.test(link.pathname)) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = say('copy');
    button.setAttribute('aria-label', say('copyAddress', { address: link.href }));
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(link.href);
        button.textContent = say('copied');
        setTimeout(() => { button.textContent = say('copy'); }, 2000);
      } catch { /* A browser may refuse; the link is still there to be copied by hand. */ }
    });
    if (link.pathname.endsWith('.ics')) link.replaceWith(button); else link.after(button);
  }
})();
