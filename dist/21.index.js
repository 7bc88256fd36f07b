export const id = 21;
export const ids = [21];
export const modules = {

/***/ 8021:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   evaluate: () => (/* binding */ evaluate)
/* harmony export */ });
/* harmony import */ var _domain_version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3356);
/* harmony import */ var _promotion_assess_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9305);
/* harmony import */ var _promotion_conclude_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(952);
/* harmony import */ var _promotion_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3918);




/** Judges as promote would and says what it would move. It is given no writer. */
async function evaluate(wanted, context) {
    const order = await context.ruled(wanted);
    const asked = { mode: 'evaluate', order };
    const assessment = await (0,_promotion_assess_js__WEBPACK_IMPORTED_MODULE_0__/* .assess */ .n)(context.reader, order, context.now());
    if (!('stop' in assessment))
        return (0,_promotion_conclude_js__WEBPACK_IMPORTED_MODULE_2__/* .unresolved */ .II)(asked, assessment);
    if (assessment.stop !== null)
        return (0,_promotion_conclude_js__WEBPACK_IMPORTED_MODULE_2__/* .conclude */ .Ep)(asked, assessment, null, (0,_promotion_conclude_js__WEBPACK_IMPORTED_MODULE_2__/* .stoppedEnding */ .BY)(assessment));
    const plan = (0,_promotion_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .makePlan */ .C)(order, assessment);
    const reasons = [wouldBePromoted(plan)];
    return (0,_promotion_conclude_js__WEBPACK_IMPORTED_MODULE_2__/* .conclude */ .Ep)(asked, assessment, plan, { outcome: 'passed', reasons, moves: plan.moves, warnings: [] });
}
function wouldBePromoted({ order, standing }) {
    const { version } = standing.candidate;
    return {
        code: 'would-be-promoted',
        message: `Version ${version} would be moved to ${(0,_domain_version_js__WEBPACK_IMPORTED_MODULE_3__/* .targetName */ .je)(order.target)}; evaluate mode moves nothing.`,
        remedy: 'Run the same step with `mode: promote` to move it.',
    };
}


/***/ })

};
