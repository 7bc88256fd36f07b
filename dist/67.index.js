export const id = 67;
export const ids = [67];
export const modules = {

/***/ 67:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  promote: () => (/* binding */ promote)
});

// EXTERNAL MODULE: ./src/domain/version.ts
var domain_version = __webpack_require__(3356);
// EXTERNAL MODULE: ./src/promotion/assess.ts + 2 modules
var assess = __webpack_require__(9305);
// EXTERNAL MODULE: ./src/domain/error.ts
var error = __webpack_require__(4394);
// EXTERNAL MODULE: ./src/promotion/plan.ts
var promotion_plan = __webpack_require__(3918);
;// CONCATENATED MODULE: ./src/promotion/authorize.ts


/**
 * Refuses to write for a workflow whose content or inputs an outsider may have chosen: `pull_request_target`, and
 * any event about a pull request from another repository. Throws `untrusted-event`.
 */
function refuseUntrusted(event) {
    if (event.name !== 'pull_request_target' && !event.fork)
        return;
    const what = event.name === 'pull_request_target'
        ? 'the event pull_request_target'
        : `an event that is not known to come from this repository (${event.name ?? 'without a name'}; see "Which events may promote" in docs/permissions.md)`;
    throw new error/* PromotionError */.g('untrusted-event', `Mode promote is refused for ${what}: an outsider could choose what is promoted.`, 'Use `mode: evaluate` there, and promote from push, workflow_dispatch or a job behind a protected environment.');
}
/** The one door to writing. Throws `untrusted-event`, or `internal` for a plan that is not as it was made. */
function authorize(plan, event) {
    refuseUntrusted(event);
    if ((0,promotion_plan/* planDigest */.G)(plan) !== plan.digests.plan) {
        throw new error/* PromotionError */.g('internal', 'A plan that was changed after it was made asked to be applied.', 'This is a defect of the action; please report it with the decision file.');
    }
    return plan;
}

// EXTERNAL MODULE: ./src/promotion/conclude.ts
var conclude = __webpack_require__(952);
// EXTERNAL MODULE: ./src/promotion/reasons.ts
var reasons = __webpack_require__(7432);
// EXTERNAL MODULE: ./src/text/thrown.ts
var thrown = __webpack_require__(8101);
;// CONCATENATED MODULE: ./src/modes/promote.ts







/** Judges the candidate and, when every required gate passed, moves it. */
async function promote(wanted, context) {
    refuseUntrusted(context.event);
    const order = await context.ruled(wanted);
    const asked = { mode: 'promote', order };
    const assessment = await (0,assess/* assess */.n)(context.reader, order, context.now());
    if (!('stop' in assessment))
        return (0,conclude/* unresolved */.II)(asked, assessment);
    if (assessment.stop !== null)
        return (0,conclude/* conclude */.Ep)(asked, assessment, null, (0,conclude/* stoppedEnding */.BY)(assessment));
    const plan = (0,promotion_plan/* makePlan */.C)(order, assessment);
    return (0,conclude/* conclude */.Ep)(asked, assessment, plan, await move(plan, assessment, context));
}
/** `apply` throws only while nothing has been moved, so a failure here keeps the plan's moves as not done. */
async function move(plan, { gates }, context) {
    const { registry, deadline, event, log, beforeWrite } = context;
    const proof = gates.length === 0 ? 'No gate is needed' : 'Every required gate passed';
    const { version } = plan.standing.candidate;
    log.info(`${proof}: moving version ${version} to ${(0,domain_version/* targetName */.je)(plan.order.target)}.`);
    try {
        // Loaded when a plan is there to be applied: most candidates stop before.
        const { apply } = await __webpack_require__.e(/* import() */ 70).then(__webpack_require__.bind(__webpack_require__, 3070));
        return await apply(authorize(plan, event), { registry, deadline, beforeWrite });
    }
    catch (error) {
        log.debug((0,thrown/* traceOf */.f)(error));
        return { outcome: 'error', reasons: (0,reasons/* reasonsOf */.z)(error), moves: plan.moves, warnings: [] };
    }
}


/***/ })

};
