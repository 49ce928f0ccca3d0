package jinbo.operator.alert;

import java.util.ArrayList;
import java.util.List;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.Insurers;
import org.springframework.stereotype.Component;

/** Looks for all that needs a person, in the order in which an operator would deal with it. */
@Component
public class FindAllAlerts {

    private final FindAlerts concerns;
    private final SanctionCheck measures;
    private final DiskSpaceCheck space;
    private final DatabaseSizeCheck databaseSize;
    private final FailingRunsCheck failingRuns;
    private final PortalCheck visitors;
    private final Insurers insurers;

    FindAllAlerts(
            FindAlerts concerns,
            SanctionCheck measures,
            DiskSpaceCheck space,
            DatabaseSizeCheck databaseSize,
            FailingRunsCheck failingRuns,
            PortalCheck visitors,
            Insurers insurers) {
        this.concerns = concerns;
        this.measures = measures;
        this.space = space;
        this.databaseSize = databaseSize;
        this.failingRuns = failingRuns;
        this.visitors = visitors;
        this.insurers = insurers;
    }

    /** All of them; what cannot be looked at is thrown. */
    public List<Alert> find() {
        return checks().stream()
                .flatMap(alertCheck -> alertCheck.concerns().get().stream())
                .toList();
    }

    /** All that can be looked at; what cannot is itself among them. */
    public List<Alert> findAvailable() {
        return CheckExchange.take(checks()).concerns();
    }

    /** Each look by itself, for whoever goes on where one cannot be taken. */
    List<AlertCheck> checks() {
        List<AlertCheck> alertChecks = new ArrayList<>(List.of(
                new AlertCheck("access-log", concerns::checkAccessLog),
                new AlertCheck("restoration", concerns::checkRecovery),
                new AlertCheck("people", concerns::checkPeople),
                new AlertCheck("cases", concerns::checkCases),
                new AlertCheck("measures", () -> measures.find().stream().toList()),
                new AlertCheck("own-keys", concerns::checkOwnKeys),
                new AlertCheck("calendar", concerns::checkCalendar),
                new AlertCheck("schedule", failingRuns::find),
                new AlertCheck("disk", () -> space.find().stream().toList()),
                new AlertCheck("database", () -> databaseSize.find().stream().toList()),
                new AlertCheck("gateways", visitors::checkGateways),
                new AlertCheck("portal", visitors::checkPortal)));
        for (Insurer insurer : insurers.all()) {
            alertChecks.add(new AlertCheck(insurer.code().value(), () -> concerns.about(insurer)));
        }
        return alertChecks;
    }
}
