import { type INumberingOptions, type IStylesOptions, LevelFormat } from 'docx';
import type { Paper } from '../../../plan/content/paper.ts';
import { QUIET_COLOUR } from '../colours.ts';

/** What a paper's paragraphs are called in Word, by the ids of their styles. */
export const STYLE_NAMES = {
  title: 'Title',
  subtitle: 'Subtitle',
  heading1: 'heading 1',
  heading2: 'heading 2',
  caption: 'caption',
  list: 'List Paragraph',
} as const;
export type StyleKey = keyof typeof STYLE_NAMES;
export type StyleIds = Readonly<Record<StyleKey, string>>;

/** As Word itself calls them in an English document. */
export const OWN_STYLES: StyleIds = {
  title: 'Title',
  subtitle: 'Subtitle',
  heading1: 'Heading1',
  heading2: 'Heading2',
  caption: 'Caption',
  list: 'ListParagraph',
};

/** The list of a paper's bullets. */
export const BULLETS = 'bullets';
export const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: BULLETS,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          style: { paragraph: { indent: { left: 425, hanging: 283 } } },
        },
      ],
    },
  ],
};

const FONT = 'Arial';
/** Half points; the room after a paragraph in twips, and of its lines in 240ths. */
const SIZES = {
  usual: { text: 22, title: 40, heading1: 30, heading2: 25, caption: 21, cell: 20, after: 100, line: 259 },
  large: { text: 28, title: 48, heading1: 36, heading2: 32, caption: 28, cell: 28, after: 180, line: 300 },
} as const;
export type Sizes = (typeof SIZES)[keyof typeof SIZES];

export const sizesOf = ({ isLarge = false }: Paper): Sizes => (isLarge ? SIZES.large : SIZES.usual);

/** Milepost's own look: Arial 11, or 14 where letters are to be large, in British English. */
export const stylesOf = (sizes: Sizes): IStylesOptions => ({
  default: {
    document: {
      run: { font: FONT, size: sizes.text, language: { value: 'en-GB' } },
    },
    title: {
      run: { font: FONT, size: sizes.title, bold: true },
      paragraph: { spacing: { after: 120 }, keepNext: true },
    },
    heading1: {
      run: { font: FONT, size: sizes.heading1, bold: true },
      paragraph: { spacing: { before: 260, after: 80 }, keepNext: true },
    },
    heading2: {
      run: { font: FONT, size: sizes.heading2, bold: true },
      paragraph: { spacing: { before: 200, after: 60 }, keepNext: true },
    },
    caption: {
      run: { font: FONT, size: sizes.caption, bold: true, color: QUIET_COLOUR },
      paragraph: { spacing: { before: 140, after: 60 }, keepNext: true },
    },
    listParagraph: { paragraph: { spacing: { after: 40 }, contextualSpacing: false } },
  },
  paragraphStyles: [
    {
      id: 'Normal',
      name: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { after: sizes.after, line: sizes.line } },
    },
    {
      id: OWN_STYLES.subtitle,
      name: STYLE_NAMES.subtitle,
      basedOn: 'Normal',
      next: 'Normal',
      run: { color: QUIET_COLOUR },
      paragraph: { spacing: { after: 20 } },
    },
  ],
});
