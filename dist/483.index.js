export const id = 483;
export const ids = [483];
export const modules = {

/***/ 4483:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   explain: () => (/* binding */ explain)
/* harmony export */ });
/* harmony import */ var _domain_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3356);
/* harmony import */ var _gates_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8575);
/* harmony import */ var _text_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5383);



/** The policy in force for one target of one model, in sentences. It looks at no registry. */
async function explain(asked, ruled) {
    const { model, target, gates, policy, rules, policyWarnings } = await ruled(asked);
    const name = (0,_domain_version_js__WEBPACK_IMPORTED_MODULE_1__/* .targetName */ .je)(target);
    const count = `${gates.length} gate${gates.length === 1 ? '' : 's'}`;
    const reason = {
        code: 'explained',
        message: `A version of ${(0,_text_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(model)} has to pass ${count} to hold ${name}.`,
        remedy: 'Nothing to do.',
    };
    return {
        mode: 'explain',
        outcome: 'listed',
        model,
        target: name,
        policy,
        gates: gates.map((gate) => {
            const { kind, required, writtenAt } = gate;
            return { kind, name: gate.name, required, asks: (0,_gates_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .asks */ .zW)(gate), writtenAt };
        }),
        rules,
        reasons: [reason],
        warnings: policyWarnings,
    };
}


/***/ })

};
