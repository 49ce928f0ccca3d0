package jinbo.lookup;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.accesslog.SubjectKeys;
import jinbo.insurer.InsurerCode;
import jinbo.mobile.Mobile;
import jinbo.registry.NumberHistory;
import jinbo.registry.ReadNumberHistory;
import jinbo.workday.BusinessTime;
import org.springframework.stereotype.Component;

/**
 * Reads the history of one number as an access that is announced before and concluded after. The log is told the same whether
 * anything is known of the number or not, for who reads the log learns nothing about anybody.
 */
@Component
class AnnouncedLookUp {

    private static final String OBJECT = "one number";

    private final AccessLog accessLog;
    private final SubjectKeys keys;
    private final ReadNumberHistory histories;
    private final Clock clock;

    AnnouncedLookUp(AccessLog accessLog, SubjectKeys keys, ReadNumberHistory histories, Clock clock) {
        this.accessLog = accessLog;
        this.keys = keys;
        this.histories = histories;
        this.clock = clock;
    }

    <T> T of(
            Mobile mobile,
            Optional<InsurerCode> insurer,
            Actor actor,
            String reason,
            Function<NumberHistory, T> answer) {
        AccessPermit permit = accessLog.intend(new Access(
                actor,
                AccessAction.LOOK_UP,
                reason,
                insurer.map(InsurerCode::value),
                OBJECT,
                Optional.of(keys.subjectOf(mobile.value(), BusinessTime.dateOf(clock.instant())))));
        try {
            T answered = answer.apply(histories.of(permit, mobile));
            accessLog.conclude(permit, "LOOKED_UP", 1);
            return answered;
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }
}
