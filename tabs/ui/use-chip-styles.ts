import { makeStyles, shorthands, tokens } from '@fluentui/react-components';

/** A chip in each colour, and `ghost`: where something was first due. */
export const useChipStyles = makeStyles({
  chip: {
    display: 'inline-flex',
    flexShrink: 0,
    alignItems: 'center',
    gap: '5px',
    minWidth: '44px',
    minHeight: '28px',
    padding: '0 8px 0 5px',
    boxSizing: 'border-box',
    ...shorthands.borderWidth('1px'),
    ...shorthands.borderStyle('solid'),
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: 1,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground1,
  },
  press: {
    cursor: 'pointer',
    ':hover': { boxShadow: `0 0 0 1px ${tokens.colorNeutralStrokeAccessible}` },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  complete: {
    backgroundColor: tokens.colorNeutralBackground1,
    ...shorthands.borderColor(tokens.colorPaletteBlueBorderActive),
  },
  Green: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    ...shorthands.borderColor(tokens.colorStatusSuccessBorder1),
  },
  Amber: {
    backgroundColor: tokens.colorPaletteMarigoldBackground1,
    ...shorthands.borderColor(tokens.colorPaletteMarigoldBorderActive),
  },
  Red: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    ...shorthands.borderColor(tokens.colorStatusDangerBorderActive),
  },
  none: {
    backgroundColor: tokens.colorNeutralBackground1,
    ...shorthands.borderColor(tokens.colorNeutralStroke1),
  },
  ghost: {
    minWidth: '32px',
    justifyContent: 'center',
    padding: '0 7px',
    ...shorthands.borderStyle('dashed'),
    ...shorthands.borderColor(tokens.colorNeutralStrokeAccessible),
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
  },
});
