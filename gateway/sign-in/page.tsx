import type { Child } from 'hono/jsx';

/** A saying in both languages, Chinese first. */
export interface Both {
  readonly zh: string;
  readonly en: string;
}

export const Say = ({ zh, en }: Both) => (
  <>
    {zh} <span lang="en">{en}</span>
  </>
);

interface PageProps {
  readonly title: Both;
  /** Where the style sheet lies. */
  readonly style: string;
  /** Whether what one sees here is made up. */
  readonly madeUp?: boolean;
  readonly wrong?: Both | undefined;
  readonly children?: Child;
}

/** A page of signing in: whole, without script or style of its own. */
export const Page = ({ title, style, madeUp = false, wrong, children }: PageProps) => (
  <html lang="zh-CN">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${wrong ? '错误：' : ''}${title.zh} · 履约`}</title>
      <link rel="stylesheet" href={style} />
    </head>
    <body>
      <header>
        <Say zh="北京市碳排放权交易 · 履约" en="luyue" />
      </header>
      {madeUp && (
        <div class="made-up" role="note">
          <Say
            zh="演示用身份服务：人员和账户均为虚构，不用于正式运行。"
            en="A demonstration's identity provider: people and accounts are made up. Never in service."
          />
        </div>
      )}
      <main>
        <h1>
          <Say {...title} />
        </h1>
        {wrong && (
          <div class="wrong" role="alert">
            <strong>{wrong.zh}</strong> <span lang="en">{wrong.en}</span>
          </div>
        )}
        {children}
      </main>
    </body>
  </html>
);

/** The page as it is sent. */
export const sent = (page: ReturnType<typeof Page>): string => {
  if (page instanceof Promise) throw new Error('a page of signing in waits for nothing');
  return `<!doctype html>${page as string}`;
};
