export const id = 955;
export const ids = [955];
export const modules = {

/***/ 7955:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   defaultTrackingUri: () => (/* binding */ defaultTrackingUri)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4394);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5824);




/** MLflow's own default address since 3.7 (`store/tracking/__init__.py`). */
const DEFAULT_URI = 'sqlite:///mlflow.db';
/**
 * Where MLflow itself would look when nothing names a tracking URI: `./mlflow.db`, unless `./mlruns` holds
 * experiments, which makes it a file store (the rule of MLflow 3.7 and later).
 *
 * @throws PromotionError `not-supported` where MLflow's rule ends at a file store.
 */
async function defaultTrackingUri(workingDirectory) {
    const mlruns = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workingDirectory, 'mlruns');
    for (const name of await namesIn(mlruns)) {
        if (/^\d+$/.test(name) && (await isExperiment((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(mlruns, name)))) {
            throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PromotionError */ .g('not-supported', 'No tracking URI is given, and MLflow keeps this directory in the file store "./mlruns", which this action cannot read.', _words_js__WEBPACK_IMPORTED_MODULE_3__/* .MIGRATE_FILE_STORE */ .f4);
        }
    }
    return DEFAULT_URI;
}
async function namesIn(directory) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory);
    }
    catch {
        // MLflow treats a folder it cannot list as one without experiments.
        return [];
    }
}
async function isExperiment(directory) {
    try {
        const entry = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(directory);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'meta.yaml'));
        return entry.isDirectory();
    }
    catch {
        return false;
    }
}


/***/ })

};
