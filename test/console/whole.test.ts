import { describe, expect, it } from 'vitest';
import { keptWhole } from '../../console/whole.js';

describe('front.md 7 — dates are whole: browsers break lines at hyphens', () => {
  it('a day, a month, the number of a unit, a proposal, a lot are kept in one line', () => {
    expect(keptWhole('<p>2024-11-15 24:00, 2024-10 and BJ-0001/L2 of AP-000002</p>')).toBe(
      '<p><time>2024-11-15</time> 24:00, <time>2024-10</time> and <bdi>BJ-0001/L2</bdi> of <bdi>AP-000002</bdi></p>',
    );
    expect(keptWhole('</b> 截止 2024-11-15<br>')).toBe('</b> 截止 <time>2024-11-15</time><br>');
  });

  it('where no tag may stand, and in what is whole already, nothing is put', () => {
    for (const page of [
      '<title>2024-11-15</title>',
      '<option value="2024-10">2024-10</option>',
      '<textarea name="a" rows="2">on 2024-11-15</textarea>',
      '<text x="1" y="2">2024-05</text>',
      '<time datetime="2024-11-15">2024-11-15</time>',
      '<div class="whole">2024-11-15</div>',
      '<a href="/units/BJ-0001?asOf=2024-11-15">there</a>',
      '<code>ab12-2024-11-15-x</code>',
    ])
      expect(keptWhole(page)).toBe(page);
  });
});
