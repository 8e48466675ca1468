/** @jsxImportSource preact */

interface PairLineProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly isWrong: boolean;
  readonly inputMode?: 'numeric';
  readonly onType: (value: string) => void;
}

/** Number or code: nothing that a browser completes, keeps or has checked elsewhere. */
export const PairLine = ({ id, label, hint, value, isWrong, inputMode, onType }: PairLineProps) => (
  <>
    <label for={id}>{label}</label>
    <input
      id={id}
      inputMode={inputMode}
      autoComplete="off"
      autoCapitalize="characters"
      spellcheck={false}
      maxLength={40}
      aria-invalid={isWrong}
      aria-describedby={`${id}-hint`}
      value={value}
      onInput={({ currentTarget }) => onType(currentTarget.value)}
    />
    <p id={`${id}-hint`} class="hint">
      {hint}
    </p>
  </>
);
