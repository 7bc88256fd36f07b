/** The MLflow releases that the tests run for real. */
export const RELEASES = ['2.9.2', '2.22.5', '3.17.2'] as const;
export type Release = (typeof RELEASES)[number];

export const PYTHON_NEEDS = [...RELEASES.map((release) => `mlflow-${release}` as const), 'zizmor'] as const;
export type PythonNeed = (typeof PYTHON_NEEDS)[number];

export const GO_NEEDS = ['act', 'actionlint'] as const;
export type GoNeed = (typeof GO_NEEDS)[number];

/** What a suite may need beyond Node. */
export type Need = PythonNeed | GoNeed;

/** Why each need cannot be had; a need that is not a key is there. */
export type Missing = Partial<Record<Need, string>>;

/** Where the global setup leaves what is missing, for the test files. */
export const MISSING_VARIABLE = 'HARNESS_MISSING';
