import { OWN_STYLES, STYLE_NAMES, type StyleIds, type StyleKey } from './styles.ts';

/** The styles of a template by which a report is written in it. */
export interface TemplateStyles {
  readonly ids: StyleIds;
  /** To be added to `word/styles.xml`: Word leaves out the styles that a document does not use yet. */
  readonly missing: string;
}

const STYLE_PATTERN = /<w:style\b[^>]*\bw:styleId="([^"]*)"[^>]*>\s*<w:name w:val="([^"]*)"/g;

/** How a style looks that a template lacks: as its text, but for what makes a heading a heading. */
const LOOKS: Readonly<Record<StyleKey, string>> = {
  title: '<w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/><w:sz w:val="40"/></w:rPr>',
  subtitle: '<w:pPr><w:spacing w:after="20"/></w:pPr>',
  heading1:
    '<w:pPr><w:keepNext/><w:spacing w:before="320" w:after="120"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="30"/></w:rPr>',
  heading2:
    '<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="25"/></w:rPr>',
  caption: '<w:pPr><w:keepNext/><w:spacing w:before="200" w:after="80"/></w:pPr><w:rPr><w:b/></w:rPr>',
  list: '',
};

/** Finds a template's styles by their names, which are English in every Word; their ids are not. */
export function templateStyles(stylesXml: string): TemplateStyles {
  const found = new Map<string, string>();
  for (const [, id = '', name = ''] of stylesXml.matchAll(STYLE_PATTERN)) found.set(name.toLowerCase(), id);
  const keys = Object.keys(STYLE_NAMES) as StyleKey[];
  const lacking = keys.filter((key) => !found.has(STYLE_NAMES[key].toLowerCase()));
  const ids = Object.fromEntries(
    keys.map((key) => [key, found.get(STYLE_NAMES[key].toLowerCase()) ?? `Milepost${OWN_STYLES[key]}`]),
  ) as Record<StyleKey, string>;
  return { ids, missing: lacking.map((key) => definition(key, ids[key])).join('') };
}

const definition = (key: StyleKey, id: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${STYLE_NAMES[key]}"/><w:qFormat/>${LOOKS[key]}</w:style>`;
