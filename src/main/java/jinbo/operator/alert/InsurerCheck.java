package jinbo.operator.alert;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.operator.alert.Alert.Code;
import jinbo.participant.insurer.Agreements;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.stereotype.Component;

@Component
public record InsurerCheck(
        DropCheck drops,
        CertificateExpiryCheck certificates,
        SalesUnitCheck units,
        LateUploadCheck uploads,
        InboundFileCheck files,
        BlockListCheck lists,
        AppliedListsCheck applied,
        CaseCheck cases,
        Clock clock) {

    private static final int NOTICE_DAYS = 30;

    /**
     * About an insurer, in the order in which an operator would deal with them; of a suspended one only that it is, of one that
     * has left only what it had sent before and waits for its answer, and what it will not answer any more.
     */
    public List<Alert> about(Insurer insurer) {
        InsurerCode code = insurer.code();
        if (insurer.departure().isPresent()) {
            List<Alert> leftBehind = new ArrayList<>(files.about(code));
            cases.about(code).ifPresent(leftBehind::add);
            return leftBehind;
        }
        if (!insurer.isActive()) {
            return List.of(Alert.about(code, Code.SUSPENDED));
        }
        List<Alert> found = new ArrayList<>();
        LocalDate today = BusinessTime.dateOf(clock.instant());
        drops.shared(insurer).ifPresent(found::add);
        checkAgreements(insurer, today).ifPresent(found::add);
        certificates.about(code).ifPresent(found::add);
        certificates.waitingOf(code).ifPresent(found::add);
        units.about(code, today).ifPresent(found::add);
        drops.vanishedFolders(insurer).ifPresent(found::add);
        uploads.about(insurer).ifPresent(found::add);
        found.addAll(files.about(code));
        found.addAll(lists.about(code, today));
        found.addAll(applied.about(code));
        cases.about(code).ifPresent(found::add);
        return found;
    }

    private static Optional<Alert> checkAgreements(Insurer insurer, LocalDate today) {
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
