// Brings the book's schema up to date and gives the role of service what it needs of it: the job that runs to its end, as the
// owner of the book, before a worker of a new version starts.
import { migrate } from '../dist/records/migrate.js';
import { grantService, SERVICE_ROLE } from '../dist/records/service-role.js';

const { DATABASE_URL } = process.env;
if (!DATABASE_URL) {
  console.error('缺少 DATABASE_URL:账簿数据库的地址。 DATABASE_URL is missing: the address of the database of the book.');
  process.exit(2);
}
await migrate(DATABASE_URL);
console.log('账簿结构已是最新 · the schema of the book is up to date');
if (await grantService(DATABASE_URL)) console.log(`已授权 ${SERVICE_ROLE} · ${SERVICE_ROLE} may serve the book`);
else
  console.error(
    `没有角色 ${SERVICE_ROLE}:工作进程须以它连接。 There is no role ${SERVICE_ROLE}, under which the worker connects. Make it as an administrator, then run this again: create role ${SERVICE_ROLE} login password '…'`,
  );
