// Makes what works without it a little easier: nothing here is needed.
(() => {
  const errors = document.getElementById('errors');
  if (errors) errors.focus();
  const search = document.getElementById('query');
  const list = document.getElementById('insurers');
  if (search && list) {
    const button = document.getElementById('search-button');
    if (button) {
      // else Enter anywhere in the form would press it
      button.type = 'button';
      button.hidden = true;
    }
    const filter = () => {
      const wanted = search.value.trim().toLowerCase();
      let shown = 0;
      for (const group of list.querySelectorAll('fieldset')) {
        group.hidden = true;
        for (const choice of group.querySelectorAll('.choice')) {
          const box = choice.querySelector('input');
          choice.hidden = !(box.checked || choice.dataset.words.toLowerCase().includes(wanted));
          if (!choice.hidden) group.hidden = false;
        }
        shown += group.hidden ? 0 : 1;
      }
      const none = document.getElementById('no-insurer');
      if (none) none.hidden = shown > 0;
    };
    search.addEventListener('input', filter);
    search.addEventListener('keydown', (key) => { if (key.key === 'Enter') key.preventDefault(); });
    filter();
  }
  const again = document.getElementById('again');
  if (again && Number(again.dataset.seconds) > 0) {
    const words = again.textContent;
    // by the clock, because a page in the background counts slowly
    const from = Date.now() + Number(again.dataset.seconds) * 1000;
    document.getElementById('again-hint').hidden = true;
    again.hidden = false;
    // in Chinese a colon would read as the time of day
    const written = (left) => document.documentElement.lang.startsWith('zh')
      ? left + ' 秒'
      : Math.floor(left / 60) + ':' + String(left % 60).padStart(2, '0');
    const count = () => {
      const left = Math.max(0, Math.ceil((from - Date.now()) / 1000));
      again.disabled = left > 0;
      again.textContent = left > 0
        ? again.dataset.waiting.replace('#', written(left))
        : words;
      if (left > 0) setTimeout(count, 250);
    };
    count();
  }
  const print = document.getElementById('print');
  if (print) {
    print.hidden = false;
    print.addEventListener('click', () => window.print());
  }
  for (const form of document.querySelectorAll('form[method=post]')) {
    form.addEventListener('submit', (event) => {
      if (form.dataset.sent) event.preventDefault();
      else if (!event.submitter || !event.submitter.hasAttribute('formaction')) form.dataset.sent = 'yes';
    });
  }
  // a page that the browser shows again from its memory may be sent again
  window.addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
  });
})();
