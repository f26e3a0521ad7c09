// Makes pages handier; none needs it. Sorts tables by a column, looks again while something waits to be decided, keeps what was entered in a
// form until it is sent, and tells a wrong number as it is entered.
(() => {
  'use strict';
  const zh = document.documentElement.lang.startsWith('zh');
  const say = (chinese, english) => (zh ? chinese : english);

  const valueOf = (row, n) => row.cells[n]?.innerText.trim() ?? '';
  const numberIn = (text) => (/^[-+]?[\d,]+(\.\d+)?( %| t)?$/.test(text) ? Number(text.replace(/[^\d.-]/g, '')) : NaN);
  const compare = (a, b) => {
    const [x, y] = [numberIn(a), numberIn(b)];
    return Number.isNaN(x) || Number.isNaN(y) ? a.localeCompare(b, zh ? 'zh-CN' : 'en') : x - y;
  };
  const sort = (table, n, th) => {
    const up = th.getAttribute('aria-sort') !== 'ascending';
    for (const one of table.tHead.rows[0].cells) one.removeAttribute('aria-sort');
    th.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    const rows = [...table.tBodies[0].rows].sort((a, b) => (up ? 1 : -1) * compare(valueOf(a, n), valueOf(b, n)));
    table.tBodies[0].append(...rows);
  };
  for (const table of document.querySelectorAll('table')) {
    if (!table.tHead || table.tBodies[0].rows.length < 4) continue;
    [...table.tHead.rows[0].cells].forEach((th, n) => {
      if (th.innerText.trim() === '') return;
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.textContent = th.textContent;
      button.title = say('按此列排序', 'Sort by this column');
      th.replaceChildren(button);
      button.addEventListener('click', () => sort(table, n, th));
    });
  }

  // looks again, more and more rarely, with some chance in it; the server says 304 while nothing has changed
  const waits = document.querySelector('[data-waits]');
  if (waits) {
    const before = document.querySelector('main').textContent;
    let pause = 3_000;
    const look = async () => {
      try {
        const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const main = page.querySelector('main');
        if (answer.ok && main && main.textContent !== before) return location.reload();
      } catch {
        // away for a moment: asked again later
      }
      pause = Math.min(30_000, pause * 1.5);
      return setTimeout(look, pause * (0.8 + Math.random() * 0.4));
    };
    setTimeout(look, pause);
  }

  // what was entered stays with this tab until the form is sent
  for (const form of document.querySelectorAll('form[data-draft]')) {
    const key = `draft:${form.dataset.draft}`;
    const kept = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    const fields = [...form.elements].filter((one) => one.name && one.type !== 'hidden' && one.type !== 'submit');
    for (const one of fields) {
      if (!(one.name in kept)) continue;
      if (one.type === 'checkbox' || one.type === 'radio') one.checked ||= kept[one.name] === one.value;
      else if (one.value === '') one.value = kept[one.name];
    }
    form.addEventListener('input', () => {
      const now = {};
      for (const one of fields) if ((one.type !== 'checkbox' && one.type !== 'radio') || one.checked) now[one.name] = one.value;
      sessionStorage.setItem(key, JSON.stringify(now));
    });
  }
  const sent = document.querySelector('[data-sent]');
  if (sent) for (const key of Object.keys(sessionStorage)) if (key.startsWith('draft:')) sessionStorage.removeItem(key);

  const wrong = say('应为不小于零的十进制数，例如 98000.5', 'Write a number that is not negative, such as 98000.5');
  for (const one of document.querySelectorAll('input[inputmode="decimal"]')) {
    const check = () => {
      const bad = one.value !== '' && !/^(0|[1-9]\d{0,17})(\.\d{1,12})?$/.test(one.value.trim());
      one.setCustomValidity(bad ? wrong : '');
      one.toggleAttribute('aria-invalid', bad);
    };
    one.addEventListener('input', check);
    one.addEventListener('blur', () => one.reportValidity());
    check();
  }
})();
