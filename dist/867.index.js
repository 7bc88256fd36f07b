export const id = 867;
export const ids = [867];
export const modules = {

/***/ 5867:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createCheckRun: () => (/* binding */ createCheckRun)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2413);

const NO_TOKEN = 'No check run was created: the input `github-token` is empty. ' +
    'Leave the input out to use the job\'s own token, or set `check-name: ""` to do without; the summary has the same text.';
/**
 * Creates the check run, in one request. The decision stands whatever GitHub answers, so a refusal comes back as a
 * sentence that says which permission to add. The base address is the one of GITHUB_API_URL at import time.
 */
async function createCheckRun(place, check, signal) {
    const [owner = '', repo = ''] = place.repository.split('/');
    if (place.token === '')
        return NO_TOKEN;
    try {
        await (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .getOctokit */ .Q)(place.token).rest.checks.create({
            owner,
            repo,
            name: place.name,
            head_sha: place.sha,
            status: 'completed',
            conclusion: check.conclusion,
            started_at: place.startedAt,
            completed_at: place.completedAt,
            external_id: place.externalId,
            output: { title: check.title, summary: check.summary, text: check.text },
            ...(place.detailsUrl === null ? {} : { details_url: place.detailsUrl }),
            request: { signal },
        });
        return null;
    }
    catch (error) {
        return refusal(error);
    }
}
function refusal(error) {
    const status = statusOf(error);
    if (status === 403 || status === 404) {
        const accepted = acceptedPermissions(error) ?? 'checks=write';
        return (`No check run was created: the token may not (${status}, GitHub wants ${accepted}). ` +
            'Add `permissions: checks: write` to the job, or set `check-name: ""` to do without; the summary has the same text. ' +
            'Pull requests from forks never get this permission.');
    }
    const why = status === null ? 'GitHub could not be reached' : `GitHub answered ${status}`;
    return `No check run was created: ${why}. The summary has the same text.`;
}
function statusOf(error) {
    const status = error.status;
    const answered = error.response !== undefined;
    return answered && typeof status === 'number' ? status : null;
}
/** GitHub names the exact permission in a header. */
function acceptedPermissions(error) {
    const headers = error.response?.headers;
    const accepted = headers?.['x-accepted-github-permissions'];
    return typeof accepted === 'string' && /^[\w=,; ]{1,100}$/.test(accepted) ? accepted : null;
}


/***/ })

};
