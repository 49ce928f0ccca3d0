package jinbo.participant.staff;

import static jinbo.participant.staff.Role.AUDITOR;
import static jinbo.participant.staff.Role.KEY_OFFICER;
import static jinbo.participant.staff.Role.OPERATOR;

import java.util.EnumSet;
import java.util.Set;
import jinbo.accesslog.AccessAction;

/**
 * What an operation requires of the person who gives it: one of some roles, and for some duties a second person (rule
 * 9) or a confidentiality agreement (rule 8).
 */
public enum Duty {
    /** Views data that is not personal: status, lists, public keys. Everybody who can open the home may do it. */
    LOOK(Eyes.NOBODY_ASKS, AccessAction.DECIDE, OPERATOR, KEY_OFFICER, AUDITOR),
    /** Runs scheduled jobs in the name of the program. Everybody who can open the home may do it. */
    SERVE(Eyes.NOBODY_ASKS, AccessAction.DECIDE, OPERATOR, KEY_OFFICER, AUDITOR),
    KEEP_OWN_PASSWORD(Eyes.ONE_DECIDES, AccessAction.DECIDE, OPERATOR, KEY_OFFICER, AUDITOR),
    SEARCH_LOG(Eyes.ONE, AccessAction.DECIDE, AUDITOR, OPERATOR, KEY_OFFICER),
    PROVE_REGISTRY(Eyes.ONE, AccessAction.VERIFY_REGISTRY, AUDITOR, OPERATOR),
    SEARCH_BY_NUMBER(Eyes.ONE, AccessAction.SEARCH_BY_NUMBER, AUDITOR, OPERATOR),
    LOOK_UP_NUMBERS(Eyes.ONE, AccessAction.LOOK_UP, AUDITOR, OPERATOR),
    SHOW_CASES(Eyes.ONE, AccessAction.SHOW_CASES, AUDITOR, OPERATOR),
    WEIGH_CASES(Eyes.ONE, AccessAction.WEIGH_CASE, AUDITOR, OPERATOR),
    OPEN_CASES(Eyes.ONE_DECIDES, AccessAction.COMPLAIN, OPERATOR),
    /** Assigns a case to an insurer, which then gets the called number. */
    ASSIGN_CASES(Eyes.TWO, AccessAction.HAND_OVER_CASES, OPERATOR),
    CONTEST_DECISIONS(Eyes.ONE_DECIDES, AccessAction.DECIDE, OPERATOR),
    DECIDE_CASES(Eyes.TWO, AccessAction.WEIGH_CASE, OPERATOR),
    IMPOSE_SANCTIONS(Eyes.TWO, AccessAction.DECIDE, OPERATOR),
    /** Views the findings of an upload row by row, and what a restored database lacks. */
    EXAMINE_FILES(Eyes.ONE, AccessAction.DECIDE, AUDITOR, OPERATOR),
    RUN_JOBS(Eyes.ONE, AccessAction.DECIDE, OPERATOR),
    /** Checks a drop, which writes and deletes small test files on it. */
    CHECK_DROPS(Eyes.ONE, AccessAction.DECIDE, OPERATOR, KEY_OFFICER),
    /** Sets the password that an insurer's server requires. It is sent only to a server with a pinned key. */
    KEEP_PASSWORDS(Eyes.ONE_DECIDES, AccessAction.DECIDE, KEY_OFFICER),
    STOP_EXCHANGE(Eyes.ONE_DECIDES, AccessAction.DECIDE, OPERATOR),
    REFUSE_FILES(Eyes.ONE_DECIDES, AccessAction.DECIDE, OPERATOR),
    RELEASE_FILES(Eyes.TWO, AccessAction.RELEASE, OPERATOR),
    /** Withdraws the complaints of an upload, which then no longer count. */
    WITHDRAW_UPLOADS(Eyes.TWO, AccessAction.WITHDRAW, OPERATOR),
    INGEST_UNRECORDED(Eyes.TWO, AccessAction.TAKE_IN, OPERATOR),
    CHOOSE_FOR_CONSUMERS(Eyes.TWO, AccessAction.CHOOSE, OPERATOR),
    /** Releases a number that has changed hands; its earlier registrations no longer count. */
    RELEASE_NUMBERS(Eyes.TWO, AccessAction.RELEASE_NUMBER, OPERATOR),
    /** Ends a recovery, so that the publishing of lists resumes. */
    SETTLE_RECOVERY(Eyes.TWO, AccessAction.SETTLE_RESTORATION, OPERATOR),
    /** Accepts that the access log does not continue its signed head, so that deliveries resume. */
    ACCEPT_ALARMS(Eyes.TWO, AccessAction.DECIDE, KEY_OFFICER),
    RECORD_AGREEMENTS(Eyes.TWO, AccessAction.DECIDE, OPERATOR),
    END_PARTICIPATION(Eyes.TWO, AccessAction.DECIDE, OPERATOR),
    /** Adds, changes and closes sales units; their confidentiality agreements need {@link #RECORD_AGREEMENTS}. */
    KEEP_UNITS(Eyes.ONE_DECIDES, AccessAction.DECIDE, OPERATOR),
    LOAD_REFERENCE_DATA(Eyes.TWO, AccessAction.DECIDE, OPERATOR),
    ADMIT_INSURERS(Eyes.TWO, AccessAction.DECIDE, KEY_OFFICER),
    CHANGE_KEYS(Eyes.TWO, AccessAction.DECIDE, KEY_OFFICER),
    PROTECT_KEYS(Eyes.ONE_DECIDES, AccessAction.DECIDE, KEY_OFFICER),
    ADMIT_PEOPLE(Eyes.TWO, AccessAction.DECIDE, KEY_OFFICER),
    /** Refuses a request. Also requires the duty of the request. */
    REFUSE_REQUESTS(Eyes.ONE_DECIDES, AccessAction.DECIDE, OPERATOR, KEY_OFFICER, AUDITOR),

    /** Confirms a request. Also requires the duty of the request. */
    CONFIRM(Eyes.ONE, AccessAction.DECIDE, OPERATOR, KEY_OFFICER, AUDITOR);

    private static final Set<AccessAction> OPENING = EnumSet.of(
            AccessAction.RELEASE,
            AccessAction.WITHDRAW,
            AccessAction.TAKE_IN,
            AccessAction.VERIFY_REGISTRY,
            AccessAction.SEARCH_BY_NUMBER,
            AccessAction.LOOK_UP,
            AccessAction.SHOW_CASES,
            AccessAction.COMPLAIN,
            AccessAction.WEIGH_CASE,
            AccessAction.HAND_OVER_CASES,
            AccessAction.CHOOSE,
            AccessAction.RELEASE_NUMBER);

    private enum Eyes {
        NOBODY_ASKS,
        ONE,
        ONE_DECIDES,
        TWO
    }

    private final Eyes eyes;
    private final AccessAction action;
    private final Set<Role> roles;

    Duty(Eyes eyes, AccessAction action, Role first, Role... others) {
        this.eyes = eyes;
        this.action = action;
        this.roles = EnumSet.of(first, others);
    }

    public Set<Role> roles() {
        return EnumSet.copyOf(roles);
    }

    public boolean requiresSecondPerson() {
        return eyes == Eyes.TWO;
    }

    public boolean isDecision() {
        return eyes == Eyes.ONE_DECIDES || eyes == Eyes.TWO;
    }

    /** True if the operation discloses phone numbers, so that the person must have a confidentiality agreement. */
    public boolean disclosesNumbers() {
        return OPENING.contains(action);
    }

    /** True if the operation is recorded even while nobody is registered. */
    public boolean isAlwaysLogged() {
        return switch (this) {
            case ADMIT_PEOPLE,
                    ADMIT_INSURERS,
                    STOP_EXCHANGE,
                    RECORD_AGREEMENTS,
                    END_PARTICIPATION,
                    KEEP_UNITS,
                    KEEP_PASSWORDS,
                    KEEP_OWN_PASSWORD,
                    ACCEPT_ALARMS -> true;
            default -> false;
        };
    }

    public AccessAction action() {
        return action;
    }

    /** True if people must prove who they are, as soon as anybody is registered. */
    public boolean requiresIdentity() {
        return eyes != Eyes.NOBODY_ASKS;
    }
}
