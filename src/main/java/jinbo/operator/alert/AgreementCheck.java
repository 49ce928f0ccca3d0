package jinbo.operator.alert;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.operator.alert.Alert.Code;
import jinbo.participant.insurer.Agreements;
import jinbo.participant.insurer.Insurer;

/** Looks whether an insurer's agreements are in force, and stay so for the time that it takes to sign new ones. */
final class AgreementCheck {

    private static final int NOTICE_DAYS = 30;

    private AgreementCheck() {}

    static Optional<Alert> about(Insurer insurer, LocalDate today) {
        Agreements agreements = insurer.agreements();
        if (agreements.haveExpired(today)) {
            return agreements.endOn().map(end -> Alert.about(insurer.code(), Code.AGREEMENTS_LAPSED, end));
        }
        if (!agreements.areInForce(today)) {
            return Optional.of(Alert.about(insurer.code(), Code.AGREEMENTS_MISSING));
        }
        return agreements
                .endOn()
                .filter(end -> !end.isAfter(today.plusDays(NOTICE_DAYS)))
                .map(end -> Alert.about(insurer.code(), Code.AGREEMENTS_END, end));
    }
}
