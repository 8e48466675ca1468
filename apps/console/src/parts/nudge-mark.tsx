/** How often the citizen has asked again (群众催单). */
export const NudgeMark = ({ nudges }: { nudges: number }) =>
  nudges === 0 ? null : <span className="nudges">催单{nudges}次</span>;
