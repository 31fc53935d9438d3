/** Versions are frozen: another formula is another version, and what was reckoned before keeps its own. */
export const VDOT_LOAD_VERSION = 'vdot-points-v1'
export const EFFORT_SCORE_VERSION = 'effort-score-v1'
export const AGE_GRADE_VERSION = 'age-grade-v1'
export const VDOT_RULE_VERSION = 'vdot-rule-v1'
