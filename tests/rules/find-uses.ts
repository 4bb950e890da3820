import ts from 'typescript';
import type { SourceFile } from './source-files.ts';

/** One place in a file where something is used. */
export interface Use {
  /** As written, without spaces: `process.env`, `new Date`, `Temporal.Now`, `import node:process`. */
  readonly what: string;
  /** From 1. */
  readonly line: number;
}

/**
 * What a file uses, read from its syntax: words in comments and strings don't count. Gives every dotted name
 * (`a.b.c` also as `a.b`), every `new Name`, every imported module, and what is taken out of a name
 * (`const { env } = process` is `process.env`).
 */
export function findUses({ path, text }: SourceFile): readonly Use[] {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  const uses: Use[] = [];
  const visit = (node: ts.Node): void => {
    for (const what of namesOf(node)) {
      uses.push({ what, line: tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return uses;
}

function namesOf(node: ts.Node): readonly string[] {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    return [`import ${node.moduleSpecifier.text}`];
  }
  if (ts.isNewExpression(node)) return [`new ${dottedName(node.expression) ?? ''}`];
  if (ts.isVariableDeclaration(node) && node.initializer && ts.isObjectBindingPattern(node.name)) {
    const from = dottedName(node.initializer);
    if (from === undefined) return [];
    return node.name.elements.flatMap(({ propertyName, name }) => {
      const taken = propertyName ?? name;
      return ts.isIdentifier(taken) ? [`${from}.${taken.text}`] : [];
    });
  }
  const name = ts.isIdentifier(node) ? undefined : dottedName(node);
  return name === undefined ? [] : [name];
}

/** `a.b`, `a['b']`, `a?.b` are all `a.b`; anything else has no dotted name. */
function dottedName(node: ts.Node): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) {
    const object = dottedName(node.expression);
    return object === undefined ? undefined : `${object}.${node.name.text}`;
  }
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    const object = dottedName(node.expression);
    return object === undefined ? undefined : `${object}.${node.argumentExpression.text}`;
  }
  return undefined;
}
