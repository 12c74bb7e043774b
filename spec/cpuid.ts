/** CPUID: the features, the models, the `-cpu` argument and the leaves. */
export * from './cpuidFeatures.js';
export * from './cpuidLeaves.js';
export * from './cpuModels.js';
export * from './cpuOption.js';
