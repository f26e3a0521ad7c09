// Brings the book's schema up to date: the job that runs to its end before a worker of a new version starts.
import { migrate } from '../dist/records/migrate.js';

const { DATABASE_URL } = process.env;
if (!DATABASE_URL) {
  console.error('缺少 DATABASE_URL:账簿数据库的地址。 DATABASE_URL is missing: the address of the database of the book.');
  process.exit(2);
}
await migrate(DATABASE_URL);
console.log('账簿结构已是最新 · the schema of the book is up to date');
