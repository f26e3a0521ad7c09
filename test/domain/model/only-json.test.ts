import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SignalDefinition, UpdateDefinition } from '@temporalio/common';
import { describe, expect, it } from 'vitest';
import type { ApprovalActivities } from '../../../activities/approvals.js';
import type { AuctionActivities } from '../../../activities/auction.js';
import type { CaseActivities } from '../../../activities/carry-out.js';
import type { CheckActivities } from '../../../activities/check-book.js';
import type { CityActivities } from '../../../activities/city-cycle.js';
import type { OutboxActivities } from '../../../activities/deliver.js';
import type { Approval } from '../../../domain/approvals/approval.js';
import type { Auction } from '../../../domain/auction/auction.js';
import type { CityCycle } from '../../../domain/city-cycle/city-cycle.js';
import type { Case } from '../../../domain/model/case.js';
import type { Json } from '../../../domain/model/json.js';
import type * as workflows from '../../../workflows/index.js';
import type * as messages from '../../../workflows/messages.js';

/** Where a value of a type would not come back from JSON as it went: the paths to a map, a set, a date, anything with a function, `undefined` in a list. */
type Lost<T, At extends string = 'it'> = 0 extends 1 & T
  ? `${At} is any`
  : [T] extends [Json]
    ? never
    : T extends string | number | boolean | null
      ? never
      : T extends undefined | bigint | symbol | ((...of: never[]) => unknown)
        ? At
        : T extends readonly (infer Each)[]
          ? Lost<Each, `${At}[]`>
          : T extends object
            ? { [Name in keyof T]-?: Lost<Exclude<T[Name], undefined>, `${At}.${Name & string}`> }[keyof T]
            : `${At} is unknown`;

/** Nothing at all may come back of a call. */
type LostOnTheWay<T> = Lost<Exclude<T, undefined | void>>;
type LostOfCalls<Calls> = {
  [Name in keyof Calls]: Calls[Name] extends (...of: infer Given) => infer Answer
    ? LostOnTheWay<Given[number]> | LostOnTheWay<Awaited<Answer>>
    : never;
}[keyof Calls];
type LostOfMessages<Defined> = {
  [Name in keyof Defined]: Defined[Name] extends UpdateDefinition<infer Answer, infer Given>
    ? LostOnTheWay<Answer> | LostOnTheWay<Given[number]>
    : Defined[Name] extends SignalDefinition<infer Given>
      ? LostOnTheWay<Given[number]>
      : never;
}[keyof Defined];

/** Compiles where nothing is lost; else the error names the paths. */
const nothing = <L extends never>(..._lost: L[]): true => true;

type Activities = ApprovalActivities & AuctionActivities & CaseActivities & CheckActivities & CityActivities & OutboxActivities;
type States = Approval | Auction | Case | CityCycle;
const CHECKED = [
  'ApprovalActivities',
  'AuctionActivities',
  'CaseActivities',
  'CheckActivities',
  'CityActivities',
  'OutboxActivities',
];

describe('what crosses to a workflow crosses as JSON', () => {
  it('the states of cases, what workflows and activities are given and answer, and every message', () => {
    expect([
      nothing<Lost<States>>(),
      nothing<LostOfCalls<Activities>>(),
      nothing<LostOfCalls<typeof workflows>>(),
      nothing<LostOfMessages<typeof messages>>(),
    ]).toEqual([true, true, true, true]);
  });

  it('no file of activities is left out', () => {
    const folder = join(import.meta.dirname, '..', '..', '..', 'activities');
    const texts = readdirSync(folder).flatMap((name) => (name.endsWith('.ts') ? [readFileSync(join(folder, name), 'utf8')] : []));
    expect(texts.flatMap((text) => [...text.matchAll(/export type (\w+Activities)\b/g)].map(([, name]) => name)).sort()).toEqual(
      CHECKED,
    );
  });

  it('the rule itself: what JSON loses is named, and what it keeps is not', () => {
    type Kept = { readonly a: string; readonly b?: readonly { readonly c: number | null }[] | undefined };
    interface Bent {
      readonly map: Map<string, number>;
      readonly date?: Date;
      readonly list: readonly (string | undefined)[];
      readonly deep: { readonly set: ReadonlySet<string> };
      readonly whatever: unknown;
    }
    const lost: Record<Exclude<Lost<Pick<Bent, 'list' | 'whatever'>>, undefined>, true> = {
      'it.list[]': true,
      'it.whatever is unknown': true,
    };
    // @ts-expect-error a map
    nothing<Lost<Pick<Bent, 'map'>>>();
    // @ts-expect-error a date, even where it may be missing
    nothing<Lost<Pick<Bent, 'date'>>>();
    // @ts-expect-error a set, however deep
    nothing<Lost<Pick<Bent, 'deep'>>>();
    // @ts-expect-error what an activity answers
    nothing<LostOfCalls<{ readonly read: () => Promise<Bent['map'] | undefined> }>>();
    // @ts-expect-error what an activity is given
    nothing<LostOfCalls<{ readonly write: (n: number, map: Bent['map']) => Promise<void> }>>();
    // @ts-expect-error what an Update brings
    nothing<LostOfMessages<{ readonly act: UpdateDefinition<number, [Bent['map']], 'act'> }>>();
    // @ts-expect-error what an Update answers
    nothing<LostOfMessages<{ readonly act: UpdateDefinition<Bent['map'], [], 'act'> }>>();
    // @ts-expect-error what a Signal brings
    nothing<LostOfMessages<{ readonly tell: SignalDefinition<[Bent['map']], 'tell'> }>>();
    expect([nothing<Lost<Kept>>(), Object.keys(lost).length]).toEqual([true, 2]);
  });
});
