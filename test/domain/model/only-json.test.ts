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
type LostOnTheWay<T> = Lost<Exclude<T, undefined>>;
type LostOfCalls<Calls> = {
  [Name in keyof Calls]: Calls[Name] extends (...of: infer Given) => infer Answer
    ? LostOnTheWay<Given[number]> | ([Answer] extends [Promise<void>] ? never : LostOnTheWay<Awaited<Answer>>)
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
type Nothing<L extends never> = readonly L[];

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
    expect<Nothing<Lost<States>>>([]).toEqual([]);
    expect<Nothing<LostOfCalls<Activities>>>([]).toEqual([]);
    expect<Nothing<LostOfCalls<typeof workflows>>>([]).toEqual([]);
    expect<Nothing<LostOfMessages<typeof messages>>>([]).toEqual([]);
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
    // @ts-expect-error a map is lost
    expect<Nothing<Lost<Pick<Bent, 'map'>>>>([]).toEqual([]);
    // @ts-expect-error a date is lost, even where it may be missing
    expect<Nothing<Lost<Pick<Bent, 'date'>>>>([]).toEqual([]);
    // @ts-expect-error a set is lost, however deep
    expect<Nothing<Lost<Pick<Bent, 'deep'>>>>([]).toEqual([]);
    // @ts-expect-error what an activity answers
    expect<Nothing<LostOfCalls<{ readonly read: () => Promise<Bent['map'] | undefined> }>>>([]).toEqual([]);
    // @ts-expect-error what an activity is given
    expect<Nothing<LostOfCalls<{ readonly write: (n: number, map: Bent['map']) => Promise<void> }>>>([]).toEqual([]);
    // @ts-expect-error what an Update brings
    expect<Nothing<LostOfMessages<{ readonly act: UpdateDefinition<number, [Bent['map']], 'act'> }>>>([]).toEqual([]);
    // @ts-expect-error what an Update answers
    expect<Nothing<LostOfMessages<{ readonly act: UpdateDefinition<Bent['map'], [], 'act'> }>>>([]).toEqual([]);
    // @ts-expect-error what a Signal brings
    expect<Nothing<LostOfMessages<{ readonly tell: SignalDefinition<[Bent['map']], 'tell'> }>>>([]).toEqual([]);
    expect<Nothing<Lost<Kept>>>([]).toEqual([]);
    expect(Object.keys(lost)).toHaveLength(2);
  });
});
