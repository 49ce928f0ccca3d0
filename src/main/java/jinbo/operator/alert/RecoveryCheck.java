package jinbo.operator.alert;

import java.util.List;
import java.util.Optional;
import jinbo.batch.recovery.Recoveries;
import jinbo.operator.alert.Alert.Code;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.stereotype.Component;

/** Finds recoveries that are not settled, and files on drops that indicate one. */
@Component
public record RecoveryCheck(Recoveries recoveries) implements ExchangeCheck {

    @Override
    public Subject subject() {
        return Subject.RECOVERY;
    }

    @Override
    public List<Alert> find() {
        return recoveries.open().stream()
                .map(open -> new Alert(
                        open.stopsAllPublishing() ? Code.RESTORATION_OPEN : Code.UNRECORDED_FILES,
                        Optional.of(open.insurer()).filter(any -> !open.stopsAllPublishing()),
                        Optional.of(BusinessTime.dateOf(open.noticedAt()).toString())))
                .toList();
    }
}
