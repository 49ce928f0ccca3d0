package jinbo.participant.staff;

import static jinbo.participant.staff.Role.AUDITOR;
import static jinbo.participant.staff.Role.KEY_OFFICER;
import static jinbo.participant.staff.Role.OPERATOR;

import java.util.EnumSet;
import java.util.Set;
import jinbo.accesslog.AccessAction;

/**
 * What commands ask of whoever types them: every command has one duty, and this table says which roles have it, whether it
 * takes a second person of such a role (rule 9), and whether numbers are seen or opened (rule 8).
 */
public enum Duty {
    /** To look at what holds no personal data: status, lists, public keys. Whoever can open the home may. */
    LOOK(Eyes.NOBODY_ASKS, AccessAction.DECIDE, OPERATOR, KEY_OFFICER, AUDITOR),
    /** To have the jobs run by schedule, under their own names, with nobody at hand: whoever can open the home may. */
    SERVE(Eyes.NOBODY_ASKS, AccessAction.DECIDE, OPERATOR, KEY_OFFICER, AUDITOR),
    /** To keep the password by which one signs in at the console oneself. */
    KEEP_OWN_PASSWORD(Eyes.ONE_DECIDES, AccessAction.DECIDE, OPERATOR, KEY_OFFICER, AUDITOR),
    /** To search, count, check and export the access log. */
    SEARCH_LOG(Eyes.ONE, AccessAction.DECIDE, AUDITOR, OPERATOR, KEY_OFFICER),
    /** To have the registry read and proven. */
    PROVE_REGISTRY(Eyes.ONE, AccessAction.VERIFY_REGISTRY, AUDITOR, OPERATOR),
    /** To find out where one number has been. */
    SEARCH_BY_NUMBER(Eyes.ONE, AccessAction.SEARCH_BY_NUMBER, AUDITOR, OPERATOR),
    /** To look up what is, or was, blocked for one number, by which registration, and who had been told. */
    LOOK_UP_NUMBERS(Eyes.ONE, AccessAction.LOOK_UP, AUDITOR, OPERATOR),
    /** To look at a case whole: who called, and what the consumer wrote. */
    SHOW_CASES(Eyes.ONE, AccessAction.SHOW_CASES, AUDITOR, OPERATOR),
    /** To have the evidence of a case put together: what was registered of its number, and who had been told. */
    WEIGH_CASES(Eyes.ONE, AccessAction.WEIGH_CASE, AUDITOR, OPERATOR),
    /** To open a case for a consumer who wrote or telephoned. */
    OPEN_CASES(Eyes.ONE_DECIDES, AccessAction.COMPLAIN, OPERATOR),
    /** To say whose call a case is about: that insurer is then sent the number that was called. */
    ASSIGN_CASES(Eyes.TWO, AccessAction.HAND_OVER_CASES, OPERATOR),
    /** To say that a consumer does not accept a decision. */
    CONTEST_DECISIONS(Eyes.ONE_DECIDES, AccessAction.DECIDE, OPERATOR),
    /** To decide a case on its evidence, which is put together for that from what is registered of the number. */
    DECIDE_CASES(Eyes.TWO, AccessAction.WEIGH_CASE, OPERATOR),
    /** To impose, refuse and lift what follows from upheld cases. */
    IMPOSE_SANCTIONS(Eyes.TWO, AccessAction.DECIDE, OPERATOR),
    /** To look at what was found in an upload, row by row, and at what a restore has lost. */
    EXAMINE_FILES(Eyes.ONE, AccessAction.DECIDE, AUDITOR, OPERATOR),
    /** To run a job; it works under its own name. */
    RUN_JOBS(Eyes.ONE, AccessAction.DECIDE, OPERATOR),
    /** To try whether a drop does what the exchange needs; small files of our own come and go in it. */
    CHECK_DROPS(Eyes.ONE, AccessAction.DECIDE, OPERATOR, KEY_OFFICER),
    /** To keep the password that an insurer's server asks of us; it is shown to nobody but a server with a pinned key. */
    KEEP_PASSWORDS(Eyes.ONE_DECIDES, AccessAction.DECIDE, KEY_OFFICER),
    /** To stop the exchange with an insurer, and take it up again. */
    STOP_EXCHANGE(Eyes.ONE_DECIDES, AccessAction.DECIDE, OPERATOR),
    REFUSE_FILES(Eyes.ONE_DECIDES, AccessAction.DECIDE, OPERATOR),
    /** To release a held upload: its numbers are opened and become blocks. */
    RELEASE_FILES(Eyes.TWO, AccessAction.RELEASE, OPERATOR),
    /** To take an upload back for its insurer: its complaints count no longer. */
    WITHDRAW_UPLOADS(Eyes.TWO, AccessAction.WITHDRAW, OPERATOR),
    /** To take lost uploads in again: their numbers are opened and become blocks. */
    INGEST_UNRECORDED(Eyes.TWO, AccessAction.TAKE_IN, OPERATOR),
    /** To register what a consumer wants for its own number, instead of all that was known for it. */
    CHOOSE_FOR_CONSUMERS(Eyes.TWO, AccessAction.CHOOSE, OPERATOR),
    /** To let a number go that has changed hands: nothing that was known of it counts any more. */
    RELEASE_NUMBERS(Eyes.TWO, AccessAction.RELEASE_NUMBER, OPERATOR),
    /** To end a recovery, so that lists are published again. */
    SETTLE_RECOVERY(Eyes.TWO, AccessAction.SETTLE_RESTORATION, OPERATOR),
    /** To let the access log go on as it is though it does not continue what was signed, so that deliveries go on. */
    ACCEPT_ALARMS(Eyes.TWO, AccessAction.DECIDE, KEY_OFFICER),
    /** To record agreements of insurers and of their sales units, and that they end. */
    RECORD_AGREEMENTS(Eyes.TWO, AccessAction.DECIDE, OPERATOR),
    /** To let an insurer's taking part end: in a line of business, or for good, with a successor that inherits its blocks or not. */
    END_PARTICIPATION(Eyes.TWO, AccessAction.DECIDE, OPERATOR),
    /** To say who calls for an insurer, and by which number consumers know it; the confidentiality agreements of units are {@link #RECORD_AGREEMENTS}. */
    KEEP_UNITS(Eyes.ONE_DECIDES, AccessAction.DECIDE, OPERATOR),
    /** To load the working days and the number segments, and to add and close lines of business. */
    LOAD_REFERENCE_DATA(Eyes.TWO, AccessAction.DECIDE, OPERATOR),
    /** To take an insurer on, with its drop and the keys that open it, and to let it sell another line of business. */
    ADMIT_INSURERS(Eyes.TWO, AccessAction.DECIDE, KEY_OFFICER),
    /** To say which certificates and host keys of insurers count. */
    CHANGE_KEYS(Eyes.TWO, AccessAction.DECIDE, KEY_OFFICER),
    /** To put the association's secret keys under another passphrase, or under none. */
    PROTECT_KEYS(Eyes.ONE_DECIDES, AccessAction.DECIDE, KEY_OFFICER),
    /** To say who acts, in which role, bound by which agreement. */
    ADMIT_PEOPLE(Eyes.TWO, AccessAction.DECIDE, KEY_OFFICER),
    /** To refuse what another person has asked for, or to withdraw it oneself; the request's own duty is asked for, too. */
    REFUSE_REQUESTS(Eyes.ONE_DECIDES, AccessAction.DECIDE, OPERATOR, KEY_OFFICER, AUDITOR),

    /** To confirm what another person has asked for, by signing that; the request's own duty is asked for, too. */
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

    /**
     * Whether something is decided, which is kept for good in the access log, with the signature of each person who acts. To look is
     * no decision; nor is to run a job, which does at another time what it does by schedule, under its own name.
     */
    public boolean isDecision() {
        return eyes == Eyes.ONE_DECIDES || eyes == Eyes.TWO;
    }

    /** Whether it shows or opens numbers, so that nobody without a confidentiality agreement may. */
    public boolean disclosesNumbers() {
        return OPENING.contains(action);
    }

    /**
     * Whether it changes who takes part, who is bound by what, and by what we are let in, or lets a log go on that is not what
     * was signed: that is told in the access log in any case, also where nobody is registered yet.
     */
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

    /** Whether a person must say who it is, once there are people. */
    public boolean requiresIdentity() {
        return eyes != Eyes.NOBODY_ASKS;
    }
}
