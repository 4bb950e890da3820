import { HostConfig } from 'adaptivecards';
import type { ThemeName } from '../state/theme.ts';

/** Colours of one theme: Fluent's own, as Teams uses them in cards. */
interface CardColours {
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
  readonly line: string;
  readonly emphasis: string;
  readonly accentBack: string;
  readonly goodBack: string;
  readonly warningBack: string;
  readonly attentionBack: string;
}

const DARK: CardColours = {
  text: '#ffffff',
  subtle: '#c2c2c2',
  accent: '#aab1fa',
  good: '#9ad29a',
  warning: '#fce38a',
  attention: '#f1a5ab',
  line: '#616161',
  emphasis: '#1f1f1f',
  accentBack: '#2f2f4a',
  goodBack: '#16301a',
  warningBack: '#3a2f0b',
  attentionBack: '#3f1d20',
};

const COLOURS: Readonly<Record<ThemeName, CardColours>> = {
  light: {
    text: '#242424',
    subtle: '#616161',
    accent: '#4f52b2',
    good: '#0b6a0b',
    warning: '#835b00',
    attention: '#a4262c',
    line: '#d1d1d1',
    emphasis: '#f5f5f5',
    accentBack: '#e8ebfa',
    goodBack: '#e7f2da',
    warningBack: '#fff4ce',
    attentionBack: '#fbe9ea',
  },
  dark: DARK,
  glass: DARK,
  contrast: {
    text: '#ffffff',
    subtle: '#ffffff',
    accent: '#ffff01',
    good: '#3ff23f',
    warning: '#ffff01',
    attention: '#ffb3b3',
    line: '#ffffff',
    emphasis: '#000000',
    accentBack: '#000000',
    goodBack: '#000000',
    warningBack: '#000000',
    attentionBack: '#000000',
  },
};

const FONT = '"Segoe UI", system-ui, "Apple Color Emoji", "Segoe UI Emoji", sans-serif';

/**
 * How Teams draws Adaptive Cards in a theme: fonts, spacing, colours, limits.
 * `headingLevel` is that of headings in the card, one below the heading it stands under.
 */
export function hostConfigOf(theme: ThemeName, headingLevel: number): HostConfig {
  const colours = COLOURS[theme];
  return new HostConfig({
    supportsInteractivity: true,
    fontFamily: FONT,
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: colours.line },
    imageSizes: { small: 32, medium: 52, large: 100 },
    imageSet: { imageSize: 'medium', maxImageHeight: 100 },
    containerStyles: {
      default: containerStyle(colours, { back: 'transparent', line: colours.line }),
      emphasis: containerStyle(colours, { back: colours.emphasis, line: colours.line }),
      accent: containerStyle(colours, { back: colours.accentBack, line: colours.accent }),
      good: containerStyle(colours, { back: colours.goodBack, line: colours.good }),
      warning: containerStyle(colours, { back: colours.warningBack, line: colours.warning }),
      attention: containerStyle(colours, { back: colours.attentionBack, line: colours.attention }),
    },
    actions: {
      // Teams shows six and folds the rest into a menu.
      maxActions: 6,
      spacing: 'default',
      // The style sheet sets the gaps, so that buttons that wrap stand in line.
      buttonSpacing: 0,
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      allowTitleToWrap: true,
      iconPlacement: 'leftOfTitle',
    },
    adaptiveCard: { allowCustomStyle: true },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder', color: 'default', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'bolder', color: 'default' },
      },
      errorMessage: { color: 'attention', weight: 'default', size: 'small' },
    },
    textStyles: {
      heading: { size: 'large', weight: 'bolder' },
      columnHeader: { size: 'default', weight: 'bolder' },
    },
    textBlock: { headingLevel },
    factSet: {
      title: { weight: 'bolder', wrap: true, maxWidth: 150 },
      value: { wrap: true },
      spacing: 12,
    },
    table: { cellSpacing: 8 },
  });
}

function containerStyle(colours: CardColours, { back, line }: { back: string; line: string }) {
  const plain = { default: colours.text, subtle: colours.subtle };
  const both = (colour: string) => ({ default: colour, subtle: colour });
  return {
    backgroundColor: back,
    borderColor: line,
    foregroundColors: {
      default: plain,
      dark: plain,
      light: both(colours.subtle),
      accent: both(colours.accent),
      good: both(colours.good),
      warning: both(colours.warning),
      attention: both(colours.attention),
    },
  };
}
