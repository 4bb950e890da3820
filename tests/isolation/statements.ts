import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

const STORE = new URL('../../store/', import.meta.url);
const MIGRATIONS = new URL('migrations/', STORE);

/** One SQL statement, or one part of a statement that is put together. */
export interface Statement {
  /** `outbox.ts: queueWrite` */
  readonly where: string;
  readonly sql: string;
}

/** Stands for any table of the mirror. */
const MIRROR_TABLE = 'mirror_themes';

/** Tables whose rows belong to a plan. */
export function plannedTables(): ReadonlySet<string> {
  const scripts = readdirSync(MIGRATIONS).map((file) => readFileSync(new URL(file, MIGRATIONS), 'utf8'));
  const tables = scripts.join('\n').matchAll(/CREATE TABLE (?:IF NOT EXISTS )?(\w+) \(([^;]*)\);/g);
  return new Set(
    [...tables].filter(([, , columns = '']) => /^\s*plan_id /m.test(columns)).map(([, name = '']) => name),
  );
}

/** Every statement of `store/`, with constants of the same file put in where they are used. */
export function readStatements(): Statement[] {
  const files = readdirSync(STORE).filter((file) => file.endsWith('.ts'));
  return files.flatMap((file) => {
    const source = ts.createSourceFile(
      file,
      readFileSync(new URL(file, STORE), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    return statementsIn(source).map(({ name, sql }) => ({ where: `${file}: ${name}`, sql }));
  });
}

/** How often a statement reads or writes a table of `tables`. */
export function countUses(sql: string, tables: ReadonlySet<string>): number {
  const uses = sql.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE|USING)\s+(\w+)/g);
  return [...uses].filter(([, table = '']) => tables.has(table)).length;
}

/** How often a statement says of which plan the rows are: in a condition, or among the values of a new row. */
export function countPlans(sql: string): number {
  const conditions = sql.match(/\bplan_id\s*(?:=|<>|IN\b)|\bUSING \(plan_id/g) ?? [];
  const inserts = sql.match(/\bINTO\s+\w+(?:\s+AS\s+\w+)?\s*\([^)]*\bplan_id\b/g) ?? [];
  return conditions.length + inserts.length;
}

function statementsIn(source: ts.SourceFile): { name: string; sql: string }[] {
  const constants = constantsOf(source);
  const found: { name: string; sql: string }[] = [];
  const visit = (node: ts.Node, name: string): void => {
    const inner = nameOf(node) ?? name;
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      const sql = textOf(node, constants);
      if (/\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\b/.test(sql)) found.push({ name: inner, sql });
      return;
    }
    ts.forEachChild(node, (child) => visit(child, inner));
  };
  visit(source, '');
  // A constant is looked at where it is used.
  return found.filter(({ name }) => !constants.has(name));
}

function nameOf(node: ts.Node): string | undefined {
  if (ts.isFunctionDeclaration(node)) return node.name?.text;
  if (ts.isVariableDeclaration(node) && node.parent.parent.parent.kind === ts.SyntaxKind.SourceFile)
    return node.name.getText();
  return undefined;
}

/** Texts that stand at the top of a file. */
function constantsOf(source: ts.SourceFile): ReadonlyMap<string, string> {
  const constants = new Map<string, string>();
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (initializer && (ts.isStringLiteralLike(initializer) || ts.isTemplateExpression(initializer)))
        constants.set(name.getText(), textOf(initializer, constants));
    }
  }
  return constants;
}

function textOf(
  node: ts.StringLiteralLike | ts.TemplateExpression,
  constants: ReadonlyMap<string, string>,
): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  const spans = node.templateSpans.map(({ expression, literal }) => {
    const text = expression.getText();
    const value = constants.get(text) ?? (/table/i.test(text) ? MIRROR_TABLE : '?');
    return value + literal.text;
  });
  return node.head.text + spans.join('');
}
