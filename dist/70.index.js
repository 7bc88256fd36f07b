export const id = 70;
export const ids = [70];
export const modules = {

/***/ 3070:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  apply: () => (/* binding */ apply)
});

// EXTERNAL MODULE: ./src/domain/version.ts
var domain_version = __webpack_require__(3356);
// EXTERNAL MODULE: ./src/domain/error.ts
var domain_error = __webpack_require__(4394);
// EXTERNAL MODULE: ./src/text/thrown.ts
var thrown = __webpack_require__(8101);
;// CONCATENATED MODULE: ./src/promotion/ending.ts

/** The plan's moves, all with the same state. */
function marked(plan, done) {
    return plan.moves.map((move) => ({ ...move, done }));
}
/** The candidate was read back as holding the target. */
function done(plan, warnings) {
    return {
        outcome: plan.purpose === 'archive' ? 'archived' : 'promoted',
        reasons: [doneReason(plan)],
        moves: marked(plan, true),
        warnings: [...warnings, ...keptHolders(plan)],
    };
}
function doneReason({ purpose, order, standing }) {
    const { version } = standing.candidate;
    if (purpose === 'archive')
        return { code: 'archived', message: `Version ${version} is archived.`, remedy: 'Nothing to do.' };
    const message = `Version ${version} now holds ${(0,domain_version/* targetName */.je)(order.target)}; this was read back.`;
    return { code: 'promoted', message, remedy: 'Nothing to do.' };
}
/** Earlier holders were kept on purpose: the next comparison has several to choose from. */
function keptHolders({ purpose, write, standing }) {
    const keeps = purpose === 'promote' && write.kind === 'transition' && !write.archiveExisting;
    if (!keeps || standing.holders.length === 0)
        return [];
    const message = `Earlier holders stay in ${write.stage} (archive-existing is false): the next comparison needs a baseline given by number or alias.`;
    return [{ code: 'several-holders-after', message }];
}

// EXTERNAL MODULE: ./src/promotion/target.ts
var promotion_target = __webpack_require__(3892);
;// CONCATENATED MODULE: ./src/promotion/apply/read-back.ts


/** Between two looks at a registry that is out of reach for a while. */
const PAUSE_MS = 2_000;
/**
 * Lists the model again: as long as the run has time where the registry is only out of reach for a while, since
 * nobody else will look. When that time is over, one short look is still taken.
 */
async function readBack(plan, registry, deadline) {
    const look = async (signal) => shownBy(await registry.reader(signal).model(plan.order.model), plan);
    let passing = true;
    while (passing && !deadline.signal.aborted) {
        try {
            return await look(deadline.signal);
        }
        catch (error) {
            passing = error instanceof domain_error/* PromotionError */.g && error.passing;
            if (passing)
                await deadline.pause(PAUSE_MS);
        }
    }
    // The reason for not reading matters less than that it could not be read: the caller says so.
    return await look(deadline.grace()).catch(() => ({ kind: 'unread' }));
}
/**
 * Whether the target is held as the plan wanted: by the candidate alone; with `archive-existing: false` by the
 * candidate and everyone who held it before; for `Archived` by the candidate among others.
 */
function shownBy(model, { purpose, order, standing, write }) {
    const holders = (0,promotion_target/* holdersOf */.pW)(model, order.target);
    if (!holders.includes(standing.candidate.version))
        return { kind: 'not-held', holders };
    if (purpose === 'archive')
        return { kind: 'held' };
    if (write.kind === 'transition' && !write.archiveExisting) {
        const kept = standing.holders.every((holder) => holders.includes(holder));
        return kept ? { kind: 'held' } : { kind: 'unkept', holders };
    }
    return holders.length === 1 ? { kind: 'held' } : { kind: 'several', holders };
}

// EXTERNAL MODULE: ./src/evidence/collect.ts
var collect = __webpack_require__(9087);
// EXTERNAL MODULE: ./src/gates/kinds.ts + 10 modules
var kinds = __webpack_require__(8575);
// EXTERNAL MODULE: ./src/promotion/digest.ts
var digest = __webpack_require__(221);
// EXTERNAL MODULE: ./src/promotion/rules.ts
var rules = __webpack_require__(3970);
// EXTERNAL MODULE: ./src/promotion/select.ts
var promotion_select = __webpack_require__(9469);
;// CONCATENATED MODULE: ./src/promotion/apply/recheck.ts






/**
 * Looks again, right before the write, at everything the plan rests on. Null: nothing changed. The versions are
 * already known, so their evidence is read beside the model, in one round trip.
 */
async function whatChanged(reader, plan) {
    const { purpose, order, standing } = plan;
    const needs = (0,kinds/* needsOf */.hN)(order.gates);
    const [model, evidence] = await Promise.all([
        reader.model(order.model),
        purpose === 'archive' ? collect/* NO_EVIDENCE */.k : (0,collect/* collect */.F)(reader, standing, needs),
    ]);
    const moved = whoMoved(model, plan);
    if (moved !== null)
        return moved;
    if ((0,digest/* evidenceDigest */.YB)(asListed(evidence, model), needs, model) === plan.digests.evidence)
        return null;
    return changed('evidence-changed', 'Metrics, run, status or tags changed while the candidate was judged.');
}
/** The candidate's own row as it was just listed: evidence is read beside the model, by the row of the first look. */
function asListed({ candidate, baseline }, model) {
    if (candidate === null)
        return { candidate, baseline };
    const version = versionOf(model, candidate.version.version) ?? candidate.version;
    return { candidate: { ...candidate, version }, baseline };
}
function whoMoved(model, { order, standing }) {
    const { version } = standing.candidate;
    const candidate = versionOf(model, version);
    if (candidate === undefined || !sameVersion(candidate, standing.candidate))
        return changed('candidate-changed', `Version ${version} was changed or deleted while it was judged.`);
    const holders = (0,promotion_target/* holdersOf */.pW)(model, order.target);
    if (String(holders) !== String(standing.holders)) {
        const message = `The target is now held by ${(0,promotion_target/* holderNames */.ZE)(holders)}; when the candidate was judged it was ${(0,promotion_target/* holderNames */.ZE)(standing.holders)}.`;
        return changed('holder-changed', message);
    }
    if ((0,rules/* emptiesProduction */.b)(order, { model, standing }) !== null)
        return changed('holder-changed', `Version ${version} is now the only version in Production.`);
    if (sameBaseline(standing.baseline, plannedNow(model, order.baseline, standing.baseline)))
        return null;
    const message = 'The baseline is now another version than the one the candidate was compared with.';
    return changed('holder-changed', message);
}
/** Stages and aliases are asked again; a number, `latest` or `run:` was resolved once. Null: that version is gone. */
function plannedNow(model, selector, planned) {
    const asked = selector === null || selector.kind === 'stage' || selector.kind === 'alias';
    if (asked || planned.kind !== 'one')
        return (0,promotion_select/* baselineNow */._R)(model, selector);
    const found = versionOf(model, planned.version.version);
    return found === undefined ? null : { kind: 'one', version: found };
}
function versionOf(model, version) {
    return model.versions.find((existing) => existing.version === version);
}
function sameBaseline(before, now) {
    if (before.kind !== now?.kind)
        return false;
    if (before.kind !== 'one' || now.kind !== 'one')
        return true;
    return sameVersion(before.version, now.version);
}
function sameVersion(a, b) {
    return (a.version === b.version &&
        a.stage === b.stage &&
        a.status === b.status &&
        a.runId === b.runId &&
        a.source === b.source);
}
function changed(code, message) {
    return { code, message, remedy: 'Nothing was written. Run again to judge the registry as it is now.' };
}

;// CONCATENATED MODULE: ./src/promotion/apply/repair.ts




/** Others may promote while we repair; after this many rounds it is left to a human. */
const ROUNDS = 3;
/**
 * Several versions hold the target because someone promoted at the same moment. Every cooperating run promotes the
 * same one again, the highest, with archiving; that leaves exactly one (observed on releases 2.9 to 3.18).
 */
async function repair(plan, found, registry, deadline) {
    let holders = found;
    const moves = [...marked(plan, true)];
    for (let round = 0; round < ROUNDS; round++) {
        const winner = highest(holders);
        moves.push(...(await promoteAgain(plan, winner, holders, registry, deadline)));
        const now = await readBack(plan, registry, deadline);
        if (now.kind === 'unread')
            break;
        if (now.kind === 'held')
            return { ...done(plan, [repaired(plan, found)]), moves };
        // Several others are repaired as well: whoever put them there may have looked before our last write.
        if (now.holders.length < 2)
            return superseded(plan, now.holders, found, moves);
        holders = now.holders;
    }
    return unrepaired(plan, holders, moves);
}
function highest(holders) {
    return holders.reduce((high, holder) => (Number(holder) > Number(high) ? holder : high));
}
/** One write, which archives every other holder. */
async function promoteAgain(plan, version, holders, registry, deadline) {
    const target = (0,domain_version/* targetName */.je)(plan.order.target);
    const write = { ...plan.write, version };
    const moves = (done) => [
        { kind: 'repair', version, from: target, to: target, done },
        ...holders
            .filter((holder) => holder !== version)
            .map((holder) => ({ kind: 'archive', version: holder, from: target, to: 'Archived', done })),
    ];
    const signal = deadline.signal.aborted ? deadline.grace() : deadline.signal;
    try {
        await registry.writer(signal).transact((transaction) => transaction.write(write));
        return moves(true);
    }
    catch {
        return moves('unknown');
    }
}
function repaired(plan, found) {
    const target = (0,domain_version/* targetName */.je)(plan.order.target);
    const message = `After the move ${target} was held by versions ${found.join(', ')}: another promotion ran at the same moment. Version ${plan.standing.candidate.version} is the highest and was promoted again, which archived the others.`;
    return { code: 'concurrent-promotion-repaired', message };
}
function superseded(plan, holders, found, moves) {
    const target = (0,domain_version/* targetName */.je)(plan.order.target);
    const holder = (0,promotion_target/* holderNames */.ZE)(holders);
    const reason = {
        code: 'overtaken',
        message: `After the move ${target} was held by versions ${found.join(', ')}: another promotion ran at the same moment, and the higher version wins. ${target} is now held by ${holder}.`,
        remedy: 'Check who promoted, then run again if this candidate should still win.',
    };
    return { outcome: 'superseded', reasons: [reason], moves, warnings: [] };
}
function unrepaired(plan, holders, moves) {
    const target = (0,domain_version/* targetName */.je)(plan.order.target);
    const reason = {
        code: 'read-back-failed',
        message: `The move was made, but ${target} was held by versions ${holders.join(', ')} when last read, and could not be brought to one.`,
        remedy: `Stop other promotions of this model, move all but one version out of ${target}, then run again.`,
    };
    return { outcome: 'error', reasons: [reason], moves, warnings: [] };
}

;// CONCATENATED MODULE: ./src/promotion/apply/apply.ts








/**
 * Applies an authorized plan: recheck, one write, read back, repair. Throws only while nothing has been moved;
 * after that it always says what was done.
 */
async function apply(plan, means) {
    const { registry, deadline } = means;
    const committed = await commit(plan, means);
    if (committed.kind === 'changed')
        return { outcome: 'superseded', reasons: [committed.reason], moves: plan.moves, warnings: [] };
    const found = await readBack(plan, registry, deadline);
    switch (found.kind) {
        case 'held':
            return done(plan, []);
        case 'several':
            return repair(plan, found.holders, registry, deadline);
        case 'unread':
            return unread(plan, committed);
        case 'unkept':
            return unkept(plan, found.holders);
        case 'not-held':
            return notHeld(plan, found.holders, committed);
    }
}
async function commit(plan, { registry, deadline, beforeWrite }) {
    const sent = { write: false };
    const writer = registry.writer(deadline.signal);
    try {
        return await writer.transact(async (transaction) => {
            const reason = await whatChanged(transaction.reader, plan);
            if (reason !== null)
                return { kind: 'changed', reason };
            beforeWrite();
            sent.write = true;
            await transaction.write(plan.write);
            return {
                kind: 'written',
                answer: 'The registry took the move.',
                refusal: null,
                taken: true,
                certain: writer.commits,
            };
        });
    }
    catch (error) {
        if (!sent.write || (error instanceof domain_error/* PromotionError */.g && error.unsent))
            throw error;
        const refused = error instanceof domain_error/* PromotionError */.g && error.code !== 'outcome-unknown';
        return {
            kind: 'written',
            answer: (0,thrown/* messageOf */.b)(error),
            refusal: refused ? error : null,
            taken: false,
            certain: false,
        };
    }
}
function unread(plan, { taken, refusal, answer }) {
    const target = (0,domain_version/* targetName */.je)(plan.order.target);
    const lost = refusal === null
        ? 'The move was sent and its reply was lost'
        : `The move was sent. ${answer} That is all`;
    const written = taken ? 'The registry took the move' : lost;
    const reason = {
        code: 'read-back-failed',
        message: `${written}, but the registry could not be read afterwards, so nobody knows who holds ${target}.`,
        remedy: `Look who holds ${target} (mode list), then run again: a version that already holds it is left as it is.`,
    };
    return { outcome: 'error', reasons: [reason], moves: marked(plan, 'unknown'), warnings: [] };
}
/** `archive-existing: false` promises that earlier holders stay; somebody else moved one away. */
function unkept(plan, holders) {
    const target = (0,domain_version/* targetName */.je)(plan.order.target);
    const { candidate } = plan.standing;
    const gone = plan.standing.holders.filter((holder) => !holders.includes(holder)).join(', ');
    const reason = {
        code: 'read-back-failed',
        message: `Version ${candidate.version} now holds ${target}, but version ${gone}, which should have stayed there, no longer does.`,
        remedy: `Check who moved version ${gone}, and move it back by hand if it is still needed.`,
    };
    return { outcome: 'error', reasons: [reason], moves: marked(plan, true), warnings: [] };
}
/** Read back, and the candidate does not hold the target. Where nobody else does either, a refusal is what was said. */
function notHeld(plan, holders, { refusal, answer, taken, certain }) {
    const target = (0,domain_version/* targetName */.je)(plan.order.target);
    const holder = (0,promotion_target/* holderNames */.ZE)(holders);
    if (!certain && String(holders) === String(plan.standing.holders)) {
        if (refusal !== null)
            throw refusal;
        const reason = {
            code: 'outcome-unknown',
            message: `${answer} Read back, ${holder} holds ${target}: ${taken ? 'something in between did not pass the move on, or another one undid it' : 'the move was not made, or not yet'}.`,
            remedy: `Look again in a minute (mode list), then run again.`,
        };
        return { outcome: 'error', reasons: [reason], moves: marked(plan, 'unknown'), warnings: [] };
    }
    const reason = {
        code: 'overtaken',
        message: `Another promotion moved ${target} at the same moment: it is now held by ${holder}.`,
        remedy: 'Check who promoted, then run again if this candidate should still win.',
    };
    const moves = marked(plan, taken ? true : 'unknown');
    return { outcome: 'superseded', reasons: [reason], moves, warnings: [] };
}


/***/ })

};
