package jinbo.operator.alert;

import static java.util.Map.entry;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jinbo.operator.alert.Alert.Code;
import jinbo.participant.insurer.InsurerCode;

/**
 * The identity of an alert across checks.
 *
 * @param subject tells apart alerts of the same code that are open at the same time; mostly empty
 */
record AlertIdentity(Code code, Optional<InsurerCode> insurer, String subject, Optional<ExpiryNotice.Level> level) {

    /** Codes of which several alerts may be open at the same time; their detail does not change. */
    private static final Set<Code> SIDE_BY_SIDE = EnumSet.of(
            Code.LIST_DIFFERS,
            Code.YEAR_NOT_LOADED,
            Code.ACCESS_LOG_ALARM,
            Code.RESTORATION_OPEN,
            Code.RUNS_FAIL,
            Code.RUN_TAKES_LONG,
            Code.GATEWAY_FAILS,
            Code.LOOK_FAILED);

    /** The codes that an ignored alert turns into. */
    private static final Map<Code, Set<Code>> GROWS_TO = Map.ofEntries(
            entry(Code.AGREEMENTS_END, EnumSet.of(Code.AGREEMENTS_LAPSED)),
            entry(Code.CERTIFICATE_EXPIRES, EnumSet.of(Code.NO_SIGNING_KEY, Code.NO_CERTIFICATE)),
            entry(Code.NO_SIGNING_KEY, EnumSet.of(Code.NO_CERTIFICATE)),
            entry(Code.OWN_KEY_ENDS, EnumSet.of(Code.NO_OWN_KEY)),
            entry(Code.LIST_NOT_APPLIED_BY_UNITS, EnumSet.of(Code.LIST_NOT_APPLIED)));

    static AlertIdentity of(Alert alert) {
        return new AlertIdentity(
                alert.code(),
                alert.insurer(),
                SIDE_BY_SIDE.contains(alert.code()) ? alert.detail().orElse("") : "",
                alert.notice().map(ExpiryNotice::level));
    }

    /** True if an earlier alert that is no longer found has not been resolved, but has turned into this one. */
    boolean supersedes(AlertIdentity earlier) {
        if (!insurer.equals(earlier.insurer) || equals(earlier)) {
            return false;
        }
        return isMorePressingThan(earlier)
                || GROWS_TO.getOrDefault(earlier.code, Set.of()).contains(code)
                // a suspended insurer is not checked for anything else
                || code == Code.SUSPENDED;
    }

    private boolean isMorePressingThan(AlertIdentity earlier) {
        return code == earlier.code
                && level.isPresent()
                && earlier.level
                        .filter(before -> level.get().days() < before.days())
                        .isPresent();
    }
}
