export const id = 426;
export const ids = [426];
export const modules = {

/***/ 5426:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   list: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4394);
/* harmony import */ var _gates_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8575);
/* harmony import */ var _promotion_version_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9015);



/** Metrics are read for those who hold something and for this many of the newest. */
const NEWEST = 10;
/** A list shows values as they are, and says where it is not sure. */
const NOTHING = new Set();
/** So many versions are read at the same time. */
const AT_ONCE = 8;
/** Every version with stage and aliases, and metrics where someone is likely to look. */
async function list(order, context) {
    const model = await context.reader.model(order.model);
    const { evidence, warnings } = await readSome(interesting(model), context);
    const mixed = onSeveralDatasets([...evidence.values()].flatMap((read) => read.measurements));
    const wanted = (0,_gates_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .needsOf */ .hN)(order.gates).metrics;
    const versions = model.versions.map((version) => {
        const read = evidence.get(version.version) ?? null;
        const metrics = read === null ? null : cellsOf(read.measurements, wanted, mixed);
        return { ...(0,_promotion_version_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .versionFacts */ .iN)(model, version, read), metrics };
    });
    const count = `${versions.length} version${versions.length === 1 ? '' : 's'}`;
    const message = `Model ${model.name} has ${count}.`;
    const reason = { code: 'listed', message, remedy: 'Nothing to do.' };
    return { mode: 'list', outcome: 'listed', model: model.name, versions, reasons: [reason], warnings };
}
function interesting(model) {
    const holds = (version) => version.stage === 'Production' ||
        version.stage === 'Staging' ||
        (0,_promotion_version_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .aliasesOf */ .QI)(model, version.version).length > 0;
    return model.versions.filter((version, index) => index < NEWEST || holds(version));
}
async function readSome(versions, context) {
    const evidence = new Map();
    const warnings = [];
    const queue = versions.values();
    const worker = async () => {
        for (const version of queue) {
            try {
                evidence.set(version.version, await context.reader.evidence(version, 'baseline', NOTHING));
            }
            catch (error) {
                warnings.push(unread(version, error));
            }
        }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return { evidence, warnings };
}
/** One version that cannot be read does not hide the others; a run that is out of time is over. */
function unread(version, error) {
    if (!(error instanceof _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PromotionError */ .g) || ['timeout', 'cancelled'].includes(error.code))
        throw error;
    const message = `The metrics of version ${version.version} could not be read: ${error.message}`;
    return { code: 'metrics-unread', message };
}
function cellsOf(measurements, wanted, mixed) {
    const chosen = measurements.filter(({ metric }) => wanted.length === 0 || wanted.includes(metric));
    const byName = Map.groupBy(chosen, nameKey);
    const several = (one) => (byName.get(nameKey(one))?.length ?? 0) > 1;
    return Object.fromEntries(chosen.map((one) => [label(one, several(one), mixed), shown(one)]));
}
/** Metric and name of the dataset, as one text. */
function nameKey({ metric, dataset }) {
    return JSON.stringify([metric, dataset?.name ?? null]);
}
/** A 0 that may be a NaN is not shown as a plain 0. */
function shown({ value, doubt }) {
    return doubt !== null ? `${value} (unsure)` : String(value);
}
/** Metrics that the list has on datasets of several names; only those need the name, and columns stay short. */
function onSeveralDatasets(all) {
    const groups = [...Map.groupBy(all, ({ metric }) => metric)];
    const several = groups.filter(([, found]) => new Set(found.map((one) => one.dataset?.name)).size > 1);
    return new Set(several.map(([metric]) => metric));
}
/** The digest is shown only where it tells two values apart: it would make a column of its own per version. */
function label({ metric, dataset }, several, mixed) {
    if (dataset === null)
        return metric;
    const digest = several && dataset.digest !== null ? `@${dataset.digest}` : '';
    return mixed.has(metric) || digest !== '' ? `${metric} on ${dataset.name}${digest}` : metric;
}


/***/ })

};
