// Makes pages handier; none needs it.
(() => {
  'use strict';
  const zh = document.documentElement.lang.startsWith('zh');
  const say = (chinese, english) => (zh ? chinese : english);
  const controls = (part) => [...part.querySelectorAll('input:not([type=hidden]), select, textarea')];

  const textIn = (row, n) => row.cells[n]?.innerText.trim() ?? '';
  const numberIn = (text) => (/^[-+]?[\d,]+(\.\d+)?( %| t)?$/.test(text) ? Number(text.replace(/[^\d.-]/g, '')) : NaN);
  const compare = (a, b) => numberIn(a) - numberIn(b) || a.localeCompare(b, document.documentElement.lang);
  const sort = (table, n, th) => {
    const up = th.getAttribute('aria-sort') !== 'ascending';
    for (const one of table.tHead.rows[0].cells) one.removeAttribute('aria-sort');
    th.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    const body = table.tBodies[0];
    body.append(...[...body.rows].sort((a, b) => (up ? 1 : -1) * compare(textIn(a, n), textIn(b, n))));
  };
  for (const table of document.querySelectorAll('table:not([data-rows])')) {
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

  // looks again, more and more rarely, with some chance in it
  const waits = document.querySelector('[data-waits]');
  if (waits) {
    const part = waits.closest('main, aside').localName;
    const before = document.querySelector(part).textContent;
    const entered = () =>
      [...document.querySelectorAll('main :is(input, textarea)')].some((one) => one.value !== one.defaultValue);
    let pause = 3_000;
    const look = async () => {
      try {
        const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const now = page.querySelector(part);
        if (answer.ok && now && now.textContent !== before && !entered()) return location.reload();
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
    const fields = controls(form);
    const isTick = ({ type }) => type === 'checkbox' || type === 'radio';
    for (const one of fields) {
      if (!(one.name in kept)) continue;
      if (isTick(one)) one.checked ||= kept[one.name] === one.value;
      else if (one.value === '') one.value = kept[one.name];
    }
    form.addEventListener('input', () => {
      const now = {};
      for (const one of fields) if (!isTick(one) || one.checked) now[one.name] = one.value;
      sessionStorage.setItem(key, JSON.stringify(now));
    });
  }
  if (document.querySelector('[data-sent]'))
    for (const key of Object.keys(sessionStorage)) if (key.startsWith('draft:')) sessionStorage.removeItem(key);

  // 1,234.5 as tables show it; what 1,23 means nobody can tell
  const ungrouped = (text) => (/^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text);
  const wrong = say('应为不小于零的十进制数，例如 98000.5', 'Write a number that is not negative, such as 98000.5');
  for (const one of document.querySelectorAll('input[inputmode="decimal"]')) {
    const check = () => {
      const bad = one.value !== '' && !/^(0|[1-9]\d{0,17})(\.\d{1,12})?$/.test(ungrouped(one.value.trim()));
      one.setCustomValidity(bad ? wrong : '');
      one.ariaInvalid = bad || null;
    };
    // the server looks at a long form as it is saved
    if (one.form?.noValidate) continue;
    one.addEventListener('input', check);
    one.addEventListener('blur', () => one.reportValidity());
    check();
  }

  // rows: one more where they run out, and as many as are pasted from a spreadsheet
  const addRow = (table) => {
    const body = table.tBodies[0];
    const n = body.rows.length;
    if (n >= Number(table.dataset.most)) return undefined;
    const row = body.rows[n - 1].cloneNode(true);
    for (const wrong of row.querySelectorAll('.at-field')) wrong.remove();
    for (const one of [row, ...row.querySelectorAll('*')])
      for (const name of ['id', 'name', 'data-at', 'aria-labelledby'])
        if (one.hasAttribute(name)) one.setAttribute(name, one.getAttribute(name).replaceAll(`.${n - 1}`, `.${n}`));
    row.cells[0].lastChild.textContent = String(n + 1);
    for (const one of controls(row)) {
      one.value = '';
      for (const name of ['aria-invalid', 'aria-describedby']) one.removeAttribute(name);
    }
    body.append(row);
    return row;
  };
  const enter = (one, text) => {
    const said = text.trim();
    const option = [...(one.options ?? [])].find((it) => [it.value, it.text.trim()].includes(said));
    if (one.options && !option) return;
    one.value = option ? option.value : one.inputMode === '' ? said : ungrouped(said);
  };
  for (const table of document.querySelectorAll('table[data-rows]')) {
    document.querySelector(`[data-more="${table.dataset.rows}"]`)?.addEventListener('click', (event) => {
      event.preventDefault();
      const row = addRow(table);
      if (row) controls(row)[0].focus();
    });
    table.addEventListener('paste', (event) => {
      const text = event.clipboardData.getData('text').replace(/\r?\n$/, '');
      if (!/[\t\n]/.test(text) || event.target.tagName === 'TEXTAREA') return;
      event.preventDefault();
      let row = event.target.closest('tr');
      const first = controls(row).indexOf(event.target);
      for (const line of text.split(/\r?\n/)) {
        row ??= addRow(table);
        if (!row) break;
        const cells = controls(row);
        line.split('\t').forEach((said, n) => cells[first + n] && enter(cells[first + n], said));
        row = row.nextElementSibling;
      }
      table.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }

  // a draft is saved as it is typed; what the server says of it stands at its field
  for (const form of document.querySelectorAll('form[data-save]')) {
    const tell = form.querySelector('[data-saving]');
    let waits;
    let saving = 0;
    let last = Promise.resolve();
    const showWrong = (one, there) => {
      const wrong = there?.getAttribute('aria-invalid') === 'true';
      if (!wrong && !one.hasAttribute('aria-invalid')) return;
      document.getElementById(`${one.id}-wrong`)?.remove();
      one.ariaInvalid = wrong || null;
      one.removeAttribute('aria-describedby');
      if (!wrong) return;
      const said = there.ownerDocument.getElementById(`${there.id}-wrong`);
      if (!said) return;
      said.id = `${one.id}-wrong`;
      one.setAttribute('aria-describedby', said.id);
      one.after(said);
    };
    // rows that say nothing are not kept: the server counts the others
    const placeThere = (one) => {
      const body = one.closest('table[data-rows] tbody');
      if (!body) return one.id;
      const said = [...body.rows].filter((row) => row.contains(one) || controls(row).some((it) => it.value.trim()));
      const row = one.closest('tr');
      return one.id.replace(`.${row.rowIndex - 1}.`, `.${said.indexOf(row)}.`);
    };
    const entered = () => new URLSearchParams([...new FormData(form), ['go', 'save']]);
    const save = async () => {
      const answer = await fetch(form.action, { method: 'POST', body: entered() });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const revision = page.querySelector('form[data-save] [name=revision]')?.value;
      if (!answer.ok || !revision) {
        tell.textContent =
          answer.status === 409
            ? say('他人刚保存了新内容：按“保存”查看两者。', 'Somebody else has just saved: press "Save" to see both.')
            : say('未自动保存：请按“保存”，内容不会丢失。', 'Not saved by itself: press "Save", nothing is lost.');
        return;
      }
      for (const one of document.querySelectorAll('[name=revision]')) one.value = revision;
      for (const part of ['[data-saved]', '[data-live]']) {
        const [here, there] = [document.querySelector(part), page.querySelector(part)];
        if (here && there && here.textContent !== there.textContent) here.replaceChildren(...there.childNodes);
      }
      for (const one of controls(form)) if (one.id) showWrong(one, page.getElementById(placeThere(one)));
      tell.textContent = say('草稿已保存', 'The draft is saved');
    };
    const away = () => (tell.textContent = say('网络中断，稍后再保存。', 'The network is away: it is saved later.'));
    form.addEventListener('input', () => {
      clearTimeout(waits);
      waits = setTimeout(() => {
        waits = 0;
        saving += 1;
        last = last
          .then(save)
          .catch(away)
          .then(() => (saving -= 1));
      }, 1_500);
    });
    // who leaves takes along what was typed last
    addEventListener('pagehide', () => waits && navigator.sendBeacon(form.action, entered()));
    addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
    form.addEventListener('submit', (event) => {
      clearTimeout(waits);
      waits = 0;
      if (saving === 0) return;
      event.preventDefault();
      last.then(() => form.requestSubmit(event.submitter));
    });
  }
})();
